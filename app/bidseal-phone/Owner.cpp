#include "app/bidseal-phone/Owner.h"

#include "app/bidseal-cli/LargeDigits.h"
#include "core/base/ShownTime.h"
#include "core/base/platform/Process.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QLocale>
#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace bidseal::phone {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(PhoneProgram)
};

/// Typed in full, without an input method: the same in every language.
const auto kWordForYes = u"yes"_s;
constexpr int kPinTries = 3;
constexpr std::size_t kShownPages = 20;

QString pageList(const std::vector<int>& pages)
{
    QStringList numbers;
    for (std::size_t i = 0; i < std::min(pages.size(), kShownPages); ++i)
        numbers.append(QString::number(pages[i]));
    if (pages.size() > kShownPages)
        numbers.append(u"…"_s);
    return numbers.join(u", "_s);
}

QString documentText(std::size_t number, const relay::DocumentSummary& document)
{
    QString text = u"  %1. %2 (%3, %4)\n"_s.arg(number).arg(
        document.name, Words::tr("%n page(s)", nullptr, document.pages), QLocale().formattedDataSize(document.bytes));
    for (const auto& mark : document.marks)
        text += u"     "_s + Words::tr("%1 on page %2").arg(mark.seal, pageList(mark.pages)) + u'\n';
    return text;
}

QString certificateText(const certificate::Certificate& certificate)
{
    return Words::tr("%1, issued by %2, valid until %3")
        .arg(certificate.holder().displayName, certificate.issuer(), shownDay(certificate.validUntil()));
}

} // namespace

Owner::Owner(Beforehand beforehand, cli::Form form, QString pinFile)
    : m_beforehand(beforehand)
    , m_form(form)
    , m_pinFile(std::move(pinFile))
{
}

void Owner::show(const Asking& asking) const
{
    const auto& request = asking.request;
    QString text = Words::tr("Relay: %1").arg(asking.relay) + u'\n'
        + Words::tr("Computer: %1 (%2)").arg(request.computerName, request.client) + u'\n';
    if (asking.isNewComputer)
        text += Words::tr("This computer asks you for the first time. Go on only if you started this yourself, on the "
                          "screen in front of you.")
            + u'\n';
    if (!request.project.isEmpty())
        text += Words::tr("Project: %1").arg(request.project) + u'\n';
    text += Words::tr("%n document(s) to sign:", nullptr, static_cast<int>(request.documents.size())) + u'\n';
    for (std::size_t i = 0; i < request.documents.size(); ++i)
        text += documentText(i + 1, request.documents[i]);
    say(text);
}

Result<const Wallet::Entry*> Owner::choose(const std::vector<Wallet::Entry>& entries) const
{
    for (const auto& entry : entries) {
        const auto agreed = agrees(Words::tr("Sign with the certificate of %1? Type %2: ")
                                       .arg(certificateText(entry.chain.front()), kWordForYes));
        if (!agreed)
            return failure(agreed.error());
        if (*agreed)
            return &entry;
    }
    return nullptr;
}

void Owner::showCode(const QString& code) const
{
    say(u'\n' + cli::largeDigits(code) + u'\n' + Words::tr("Compare code: %1").arg(cli::groupedDigits(code)) + u'\n');
}

Result<bool> Owner::findsCodeEqual() const
{
    return agrees(Words::tr("Does the screen in front of you, on which you started this, show the same code? Type %1: ")
                      .arg(kWordForYes));
}

key::PinSource Owner::passwordSource()
{
    return [this](const key::PinQuestion& question) {
        return secret(Words::tr("Password of the key file %1, to show its certificate: ").arg(question.tokenLabel));
    };
}

key::PinSource Owner::pinSource()
{
    return
        [this](const key::PinQuestion& question) { return secret(Words::tr("PIN of %1: ").arg(question.tokenLabel)); };
}

int Owner::pinTries() const { return m_pinFile.isEmpty() ? kPinTries : 1; }

void Owner::say(const QString& text) const
{
    QTextStream stream(m_form == cli::Form::Json ? stderr : stdout, QIODevice::WriteOnly);
    stream.setEncoding(QStringConverter::System);
    stream << text; // flushed at the end of its life: tests and people read it while the program goes on
}

Result<bool> Owner::agrees(const QString& question) const
{
    switch (m_beforehand) {
    case Beforehand::Confirmed:
        return true;
    case Beforehand::Refused:
        return false;
    case Beforehand::Nothing:
        break;
    }
    return platform::confirmOnTerminal(question, kWordForYes);
}

Result<Secret> Owner::secret(const QString& prompt)
{
    if (m_pinFile.isEmpty())
        return platform::askOnTerminal(prompt);
    if (m_pinFile != u"-"_s)
        return readSecretFile(m_pinFile);
    if (m_fromStandardInput.isEmpty()) {
        auto read = readSecretFile(m_pinFile);
        if (!read)
            return read;
        m_fromStandardInput = std::move(*read);
    }
    return m_fromStandardInput.clone();
}

} // namespace bidseal::phone
