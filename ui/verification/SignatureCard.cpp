#include "ui/verification/SignatureCard.h"

#include "core/base/ShownTime.h"
#include "ui/style/Notice.h"
#include "ui/style/Widgets.h"
#include "ui/verification/Verdict.h"

#include <QFormLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bidseal::verification {

SignatureCard::SignatureCard(const SignatureReport& signature, QWidget* parent)
    : QFrame(parent)
{
    setObjectName(u"signatureCard"_s);
    auto* name = style::headline(signerName(signature), 1.15, this);
    auto* verdict = new style::Notice(style::Notice::Shape::Card, this);
    verdict->show(verdictOn(signature));

    auto* rows = new QFormLayout;
    rows->setHorizontalSpacing(style::kMargin);
    rows->setVerticalSpacing(6);
    rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    addRow(*rows, tr("Time"), claimedTimeText(signature.claimedTime));
    addRow(*rows, tr("Reason"), signature.reason);
    addRow(*rows, tr("Place"), signature.location);
    if (signature.signer) {
        addRow(*rows, tr("Credit code"), signature.signer->holder().creditCode);
        addRow(*rows, tr("Issued by"), signature.signer->issuer());
        addRow(*rows, tr("Serial no."), signature.signer->serialNumber());
        addRow(*rows, tr("Valid until"), shownDay(signature.signer->validUntil()));
    }
    addRow(*rows, tr("Method"), signature.algorithm);
    addRow(*rows, tr("Details"), signature.problem);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::kMargin, 14, style::kMargin, 14);
    layout->setSpacing(10);
    layout->addWidget(name);
    layout->addWidget(verdict);
    layout->addLayout(rows);
    setAccessibleName(tr("Signature by %1: %2").arg(signerName(signature), verdictOn(signature).title));
}

void SignatureCard::addRow(QFormLayout& rows, const QString& name, const QString& value)
{
    if (value.isEmpty())
        return;
    auto* text = style::plainText(value, this);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    rows.addRow(style::quietText(name, this), text);
}

void SignatureCard::paintEvent(QPaintEvent*)
{
    const auto& colours = style::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.edge);
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), style::kRadius, style::kRadius);
}

} // namespace bidseal::verification
