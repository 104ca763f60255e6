// Prints the directory of models that CMake was told of, or with an argument the
// one that the library finds by itself; fails where no models can be loaded.
#include <iostream>

#include "hearsay/pipeline.h"

int main(int argc, char**) {
  const std::filesystem::path models = argc > 1 ? hearsay::default_model_directory() : MODELS_DIR;
  std::cout << models.string() << '\n';
  const auto pipeline = hearsay::Pipeline::load(models);
  if (!pipeline) std::cerr << pipeline.error().message << '\n';
  return pipeline ? 0 : 1;
}
