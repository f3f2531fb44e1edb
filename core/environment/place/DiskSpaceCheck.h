#pragma once

#include "core/environment/place/OutputCheck.h"

namespace bidseal::environment {

/// "disk-space": whether the signed files will fit, before a PIN is asked for. Quotas count as far as the system
/// includes them in what it calls free.
class DiskSpaceCheck : public OutputCheck {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;

protected:
    [[nodiscard]] Finding measureOne(const OutputPlace& output, const Policy& policy) override;
};

} // namespace bidseal::environment
