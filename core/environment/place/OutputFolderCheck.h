#pragma once

#include "core/environment/place/OutputCheck.h"

namespace bidseal::environment {

/// "output-folder": whether a file can be written in private, renamed over another one and removed there, as signing
/// does it. Does so with two small files of its own, and leaves nothing behind.
class OutputFolderCheck : public OutputCheck {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;

protected:
    [[nodiscard]] Finding measureOne(const OutputPlace& output, const Policy& policy) override;
};

} // namespace bidseal::environment
