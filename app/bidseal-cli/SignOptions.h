#pragma once

#include "app/bidseal-cli/CommandLine.h"

#include <CLI/CLI.hpp>

namespace bidseal::cli {

/// The options of a command that signs: `sign`, and `plan apply`, which takes its places from a plan.
class SignOptions {
public:
    enum class Places { OfOptions, OfPlan };

    SignOptions(CLI::App& command, Places places);

    [[nodiscard]] bool isWanted() const { return m_command.parsed(); }
    [[nodiscard]] CLI::App* command() const { return &m_command; }
    [[nodiscard]] Parsed<Command> arguments() const;

private:
    [[nodiscard]] Parsed<void> checkFiles(const SignArguments& sign) const;
    [[nodiscard]] Parsed<void> giveTo(KeyArguments& key, const CLI::Option* option, const QString& value) const;
    [[nodiscard]] Parsed<std::vector<KeyArguments>> parseKeys() const;
    [[nodiscard]] Parsed<cms::Profile> parseProfile() const;
    [[nodiscard]] std::vector<SealToken> sealTokens() const;

    CLI::App& m_command;
    CLI::Option* m_plan = nullptr;
    CLI::Option *m_sources, *m_output, *m_outputFolder, *m_key, *m_module, *m_pinFile, *m_openPasswordFile;
    CLI::Option *m_picture, *m_timeout, *m_field;
    std::vector<std::pair<CLI::Option*, SealOption>> m_sealOptions;
    CLI::Option *m_anyHolder, *m_profile, *m_reason, *m_location, *m_policy, *m_agreeUnknown, *m_force;
};

} // namespace bidseal::cli
