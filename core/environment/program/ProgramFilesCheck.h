#pragma once

#include "core/environment/Check.h"

namespace bidseal::environment {

/// "program-files": whether the files of this program are those that its makers released: by their signed manifest,
/// and where a Debian package brought them, by the package's list too. A program that checks itself cannot find out
/// that it was replaced as a whole; what it finds are damage, half an update, and single files that were exchanged.
class ProgramFilesCheck : public Check {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Finding measure(
        const Situation& situation, const Policy& policy, const std::stop_token& stop) override;
};

/// By the manifest in `folder`; `program` is the file name of the one that runs.
[[nodiscard]] Finding checkManifest(
    const QString& folder, const QString& program, const QByteArray& publicKeyPem, const std::stop_token& stop);

/// By the list of the package that `program` (absolute) came with; nothing where it came with none. `root` is another
/// installation's root folder.
[[nodiscard]] std::optional<Finding> checkPackage(
    const QString& program, const std::stop_token& stop, const QString& root = QStringLiteral("/"));

} // namespace bidseal::environment
