#include "ui/verification/SignatureList.h"

#include "ui/style/Widgets.h"
#include "ui/verification/SignatureCard.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace bidseal::verification {

SignatureList::SignatureList(QWidget* parent)
    : QWidget(parent)
{
    auto* contents = new QWidget;
    m_cards = new QVBoxLayout(contents);
    m_cards->setContentsMargins(12, 12, 12, 12);
    m_cards->setSpacing(12);

    auto* scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("Signatures"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(contents);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(scroll);
    showNothing();
}

void SignatureList::showChecking() { showSentence(tr("Checking the signatures…")); }

void SignatureList::showNothing() { showSentence(tr("Signatures of the opened file are shown here.")); }

void SignatureList::showReport(const Report& report)
{
    if (!report.isSigned())
        return showSentence(tr("This file carries no signature yet. Drag a seal onto a page, then press Sign."));
    clear();
    for (const auto& signature : report.signatures)
        m_cards->addWidget(new SignatureCard(signature));
    m_cards->addStretch();
}

void SignatureList::clear()
{
    while (QLayoutItem* item = m_cards->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void SignatureList::showSentence(const QString& text)
{
    clear();
    m_cards->addWidget(style::quietText(text));
    m_cards->addStretch();
}

} // namespace bidseal::verification
