# What `make install` puts where; tests/install builds a project against it.
include(CMakePackageConfigHelpers)

set(HEARSAY_MODELS_DIR ${CMAKE_INSTALL_DATADIR}/hearsay/models/en)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Hearsay)

install(TARGETS hearsay EXPORT HearsayTargets)
install(DIRECTORY include/hearsay TYPE INCLUDE)
install(DIRECTORY models/en/ DESTINATION ${HEARSAY_MODELS_DIR})
install(FILES LICENSE README.md CHANGELOG.md TYPE DOC)
install(EXPORT HearsayTargets NAMESPACE Hearsay:: DESTINATION ${package_dir})

configure_package_config_file(cmake/HearsayConfig.cmake.in ${PROJECT_BINARY_DIR}/HearsayConfig.cmake
  INSTALL_DESTINATION ${package_dir} PATH_VARS HEARSAY_MODELS_DIR)
# Until 1.0 any minor release may break the interface.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/HearsayConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/HearsayConfig.cmake ${PROJECT_BINARY_DIR}/HearsayConfigVersion.cmake
  cmake/utf8proc.cmake DESTINATION ${package_dir})

set(pkgconfig_dir ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH prefix_from_pkgconfig /prefix/${pkgconfig_dir} /prefix)
configure_file(cmake/hearsay.pc.in ${PROJECT_BINARY_DIR}/hearsay.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/hearsay.pc DESTINATION ${pkgconfig_dir})

if(HEARSAY_BUILD_APPS)
  install(TARGETS hearsay_cli)

  # The manual page and the completions, as the command itself prints them.
  set(printed ${PROJECT_BINARY_DIR}/printed)
  file(MAKE_DIRECTORY ${printed})
  add_custom_command(OUTPUT ${printed}/hearsay.1 ${printed}/hearsay ${printed}/_hearsay ${printed}/hearsay.fish
    COMMAND hearsay_cli help --man > ${printed}/hearsay.1
    COMMAND hearsay_cli help --completion bash > ${printed}/hearsay
    COMMAND hearsay_cli help --completion zsh > ${printed}/_hearsay
    COMMAND hearsay_cli help --completion fish > ${printed}/hearsay.fish)
  add_custom_target(hearsay_printed ALL DEPENDS ${printed}/hearsay.1)
  install(FILES ${printed}/hearsay.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES ${printed}/hearsay DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${printed}/_hearsay DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
  install(FILES ${printed}/hearsay.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()
