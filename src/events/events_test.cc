#include "events/events.h"

#include <gtest/gtest.h>
