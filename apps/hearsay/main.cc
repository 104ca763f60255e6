#include "hearsay/pipeline.h"

int main() { return hearsay::Pipeline::load() ? 0 : 1; }
