#include "ui/signing/SignerSection.h"

#include "ui/signing/KeyChooser.h"
#include "ui/signing/MarkStrip.h"
#include "ui/signing/PinArea.h"
#include "ui/style/Widgets.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bidseal::signing {

SignerSection::SignerSection(KeyWatch& watch, std::shared_ptr<const Clock> clock, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"furtherSigner"_s);
    m_title = style::headline({}, 1.1, this);
    m_explanation = style::quietText({}, this);
    m_marks = new MarkStrip(this);
    m_keys = new KeyChooser(watch, std::move(clock), this);
    m_pin = new PinArea(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, style::kMargin, 0, 0);
    layout->setSpacing(style::kGap);
    layout->addWidget(style::edgeLine(this));
    layout->addWidget(m_title);
    layout->addWidget(m_explanation);
    layout->addWidget(m_marks);
    layout->addWidget(m_keys);
    layout->addWidget(m_pin);
    connect(m_keys, &KeyChooser::choiceChanged, this, [this] {
        m_pin->setChoice(m_keys->choice());
        Q_EMIT changed();
    });
    connect(m_keys, &KeyChooser::taken, m_pin, &PinArea::focusPin);
    connect(m_pin, &PinArea::edited, this, &SignerSection::changed);
    m_pin->setChoice(m_keys->choice());
}

void SignerSection::setShare(const SignerShare& share, int number)
{
    m_seals = share.seals;
    m_title->setText(tr("Signature %1: %2").arg(number).arg(share.holder));
    m_explanation->setText(tr("These seals need the certificate of %1. It signs after the one before, in the same run.")
                               .arg(share.holder));
    m_marks->setMarks(share.seals);
    m_keys->setSeals(share.seals);
}

bool SignerSection::isReady() const { return m_keys->choice() && m_pin->isReady(); }

} // namespace bidseal::signing
