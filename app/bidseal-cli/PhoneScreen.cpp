#include "app/bidseal-cli/PhoneScreen.h"

#include "app/bidseal-cli/LargeDigits.h"
#include "core/qr/QrCode.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

namespace {

using Step = key::MobileProgress::Step;
constexpr int kPicturePixels = 8; // a module

class Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString secondsText(std::chrono::steady_clock::time_point until)
{
    const auto left = std::chrono::ceil<std::chrono::seconds>(until - std::chrono::steady_clock::now()).count();
    return Words::tr("%n second(s)", nullptr, std::max(0, static_cast<int>(left)));
}

QString stepText(const key::MobileProgress& progress)
{
    switch (progress.step) {
    case Step::Connecting:
        return Words::tr("Connecting to the relay %1 …").arg(progress.relay);
    case Step::WaitingForScan:
        return Words::tr(
            "Waiting for the phone: scan the code with the app that holds the certificate. It is valid for "
            "%1.")
            .arg(secondsText(progress.expires));
    case Step::CodeExpired:
        return Words::tr("The code has run out.");
    case Step::Scanned:
        return Words::tr("Scanned by “%1” (%2), as this phone calls itself. Its owner is choosing a certificate.")
            .arg(progress.device, progress.app);
    case Step::CertificateChosen:
        return Words::tr("Certificate chosen: %1. The files are being prepared.").arg(progress.holder);
    case Step::Comparing:
        return u'\n' + largeDigits(progress.compareCode) + u'\n'
            + Words::tr("Compare code: %1. Confirm on the phone only if it shows the same code.")
                  .arg(groupedDigits(progress.compareCode));
    case Step::Confirmed:
        return Words::tr("Confirmed on the phone.");
    }
    Q_UNREACHABLE();
}

} // namespace

PhoneScreen::PhoneScreen(ErrorOutput& output, const QString& pictureFile)
    : m_output(output)
    , m_picture(pictureFile)
{
}

void PhoneScreen::show(const key::MobileProgress& progress)
{
    if (progress.isInterrupted != m_isInterrupted) {
        m_isInterrupted = progress.isInterrupted;
        m_output.say((m_isInterrupted ? Words::tr("The relay cannot be reached at the moment; waiting for the network.")
                                      : Words::tr("The relay can be reached again."))
            + u'\n');
    }
    if (m_step == progress.step && m_link == progress.link)
        return;
    m_step = progress.step;
    m_link = progress.link;
    if (progress.step == Step::WaitingForScan)
        showCode(progress);
    else if (progress.step >= Step::CodeExpired)
        takeCodeAway();
    m_output.say(stepText(progress) + u'\n');
}

/// On a terminal, and wherever else there is no picture: there must be something to scan.
void PhoneScreen::showCode(const key::MobileProgress& progress)
{
    const auto code = qr::QrCode::encode(progress.link);
    if (!code) {
        m_pictureStatus = failure(code.error());
        return;
    }
    if (m_picture.isWanted())
        m_pictureStatus = m_picture.show(code->image(kPicturePixels));
    if (m_output.isTerminal() || !m_picture.isWanted())
        m_output.say(u'\n' + code->terminalText() + u'\n');
    m_output.say(progress.link + u'\n');
}

} // namespace bidseal::cli
