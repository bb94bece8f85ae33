#include "CShippedData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char digits[] = {
#embed "digits.csv"
};
static const unsigned char breastCancer[] = {
#embed "breast-cancer.csv"
};
static const unsigned char seattleWeather[] = {
#embed "seattle-weather.csv"
};

ShippedFile digitsFile(void) { return (ShippedFile){"digits.csv", digits, sizeof digits}; }
ShippedFile breastCancerFile(void) { return (ShippedFile){"breast-cancer.csv", breastCancer, sizeof breastCancer}; }
ShippedFile seattleWeatherFile(void) {
  return (ShippedFile){"seattle-weather.csv", seattleWeather, sizeof seattleWeather};
}
