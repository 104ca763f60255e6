// Compiles Boost.JSON, once; everybody else includes <boost/json.hpp>.
#include <boost/json/src.hpp>
