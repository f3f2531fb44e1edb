#include "ui/placing/PreviewSteps.h"

#include "ui/style/Icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace bidseal::placing {

PreviewSteps::PreviewSteps(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_number(new QLabel(this))
{
    m_number->setObjectName(name + u"Number"_s);
    m_number->setAlignment(Qt::AlignCenter);
    m_previous = addButton(name + u"Previous"_s, tr("Previous seal"), -1);
    m_next = addButton(name + u"Next"_s, tr("Next seal"), 1);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_previous);
    row->addWidget(m_number, 1);
    row->addWidget(m_next);
}

QToolButton* PreviewSteps::addButton(const QString& name, const QString& text, int direction)
{
    auto* const button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(style::icon(direction < 0 ? style::Glyph::Previous : style::Glyph::Next));
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::clicked, this, [this, direction] { Q_EMIT stepped(direction); });
    return button;
}

void PreviewSteps::setStepping(bool enabled)
{
    m_previous->setEnabled(enabled);
    m_next->setEnabled(enabled);
}

void PreviewSteps::setText(const QString& text) { m_number->setText(text); }

} // namespace bidseal::placing
