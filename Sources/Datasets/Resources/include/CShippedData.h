#ifndef CSHIPPEDDATA_H
#define CSHIPPEDDATA_H

#include <stddef.h>

// The data files as parts of the program: none can be missing, and a program runs wherever it is copied to.

typedef struct {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
} ShippedFile;

ShippedFile digitsFile(void);
ShippedFile breastCancerFile(void);
ShippedFile seattleWeatherFile(void);
ShippedFile wordsFile(void);
ShippedFile spanishFile(void);
ShippedFile namesFile(void);
ShippedFile englishBaseFile(void);

#endif
