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
static const unsigned char words[] = {
#embed "words.txt"
};
static const unsigned char spanish[] = {
#embed "spanish.txt"
};
static const unsigned char names[] = {
#embed "names.txt"
};
static const unsigned char englishBase[] = {
#embed "english-base.safetensors"
};

ShippedFile digitsFile(void) { return (ShippedFile){"digits.csv", digits, sizeof digits}; }
ShippedFile breastCancerFile(void) { return (ShippedFile){"breast-cancer.csv", breastCancer, sizeof breastCancer}; }
ShippedFile seattleWeatherFile(void) {
  return (ShippedFile){"seattle-weather.csv", seattleWeather, sizeof seattleWeather};
}
ShippedFile wordsFile(void) { return (ShippedFile){"words.txt", words, sizeof words}; }
ShippedFile spanishFile(void) { return (ShippedFile){"spanish.txt", spanish, sizeof spanish}; }
ShippedFile namesFile(void) { return (ShippedFile){"names.txt", names, sizeof names}; }
ShippedFile englishBaseFile(void) {
  return (ShippedFile){"english-base.safetensors", englishBase, sizeof englishBase};
}
