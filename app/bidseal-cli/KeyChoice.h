#pragma once

#include "app/bidseal-cli/CommandLine.h"
#include "app/bidseal-cli/ErrorOutput.h"
#include "core/key/SigningKey.h"

#include <memory>

namespace bidseal::cli {

/// The key that was asked for; its secret comes from the PIN file or the terminal, only when it is needed.
/// Errors: KeyUriInvalid, UsageWrong, RelayAddressInvalid, and those of key::TokenHost::find.
[[nodiscard]] Result<std::unique_ptr<key::SigningKey>> chooseKey(
    const KeyArguments& arguments, ErrorOutput& output, std::stop_token stop);

/// The modules to ask: the given one, made absolute, or the installed ones.
[[nodiscard]] QStringList modulesToAsk(const QString& module);

} // namespace bidseal::cli
