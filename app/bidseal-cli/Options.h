#pragma once

#include <QStringList>

#include <CLI/CLI.hpp>

namespace bidseal::cli {

// CLI11 keeps an option's values itself; here they are QStrings, and descriptions are translated ones.

CLI::Option* addText(CLI::App& to, const std::string& name, const std::string& type, const QString& description);
CLI::Option* addRepeatable(CLI::App& to, const std::string& name, const std::string& type, const QString& description);
CLI::Option* addFlag(CLI::App& to, const std::string& name, const QString& description);

/// Empty where the option was not given.
[[nodiscard]] QString valueOf(const CLI::Option* option);
[[nodiscard]] QStringList valuesOf(const CLI::Option* option);

} // namespace bidseal::cli
