#pragma once

#include "app/bidseal-cli/CodePicture.h"
#include "app/bidseal-cli/ErrorOutput.h"
#include "core/key/mobile/MobileKey.h"

namespace bidseal::cli {

/// Tells a person at a terminal, in words, what their phone and the relay are doing: on standard error, so that JSON
/// on standard output stays alone.
class PhoneScreen {
public:
    PhoneScreen(ErrorOutput& output, const QString& pictureFile);

    /// Errors: those of CodePicture::checkFree.
    [[nodiscard]] Status checkPictureIsFree() const { return m_picture.checkFree(); }
    void show(const key::MobileProgress& progress);
    /// The code is of no use any more.
    void takeCodeAway() { m_picture.remove(); }
    /// Why the picture could not be written, where that is so.
    [[nodiscard]] const Status& pictureStatus() const { return m_pictureStatus; }
    [[nodiscard]] bool isScanned() const { return m_step >= key::MobileProgress::Step::Scanned; }

private:
    void showCode(const key::MobileProgress& progress);
    void showStep(const key::MobileProgress& progress);

    ErrorOutput& m_output;
    CodePicture m_picture;
    Status m_pictureStatus;
    std::optional<key::MobileProgress::Step> m_step;
    QString m_link;
    bool m_isInterrupted = false;
};

} // namespace bidseal::cli
