# Debian 12 packages, and the OpenVINO wheel that tools/install_openvino puts under .deps/.
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(LibXml2 REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(CLI11 REQUIRED)
find_package(Threads REQUIRED)
find_package(GTest REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(uchardet REQUIRED IMPORTED_TARGET uchardet)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(OpenVINO REQUIRED COMPONENTS Runtime
  PATHS ${CMAKE_SOURCE_DIR}/.deps/openvino/openvino/cmake NO_DEFAULT_PATH)
