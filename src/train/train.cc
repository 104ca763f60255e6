#include "hearsay/document.h"
