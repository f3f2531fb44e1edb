#pragma once

#include "core/environment/place/OutputCheck.h"

namespace bidseal::environment {

/// "output-place": whether signed files would be written where a cloud copies them while they are made, or onto a disk
/// that may be pulled out or lose its network. A file system that only looks like a local one is not recognised.
class OutputPlaceCheck : public OutputCheck {
public:
    [[nodiscard]] CheckTraits traits() const override;
    [[nodiscard]] QString title() const override;

protected:
    [[nodiscard]] Finding measureOne(const OutputPlace& output, const Policy& policy) override;
};

} // namespace bidseal::environment
