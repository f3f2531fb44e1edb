#include "ui/seal/HandwritingDialog.h"

#include "ui/seal/HandwritingPad.h"
#include "ui/seal/SealText.h"
#include "ui/style/Widgets.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

namespace bidseal::seal {

using namespace Qt::StringLiterals;

namespace {

constexpr QColor kBlack(22, 22, 26);
constexpr QColor kBlue(22, 54, 150);

} // namespace

HandwritingDialog::HandwritingDialog(QWidget* parent)
    : QDialog(parent)
{
    setObjectName("handwritingDialog"_L1);
    setWindowTitle(tr("Handwritten signature"));
    m_pad = new HandwritingPad;
    m_pad->setObjectName("handwritingPad"_L1);

    m_ink = style::comboBox();
    m_ink->setObjectName("handwritingInk"_L1);
    m_ink->addItem(tr("Black ink"), kBlack);
    m_ink->addItem(tr("Blue ink"), kBlue);
    m_ink->setAccessibleName(tr("Ink"));
    m_line = new QDoubleSpinBox;
    m_line->setObjectName("handwritingLine"_L1);
    m_line->setRange(20, 150);
    m_line->setDecimals(0);
    m_line->setSingleStep(5);
    m_line->setSuffix(tr(" mm"));
    m_line->setValue(60);
    m_line->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_line->setAccessibleName(tr("Length of the line on paper"));
    auto* const lineLabel = new QLabel(tr("&Length of the line on paper"));
    lineLabel->setBuddy(m_line);
    m_undo = style::pushButton(tr("&Undo stroke"));
    m_undo->setObjectName("handwritingUndo"_L1);
    m_clear = style::pushButton(tr("&Clear"));
    m_clear->setObjectName("handwritingClear"_L1);
    m_size = style::quietText(QString());
    m_size->setObjectName("handwritingSize"_L1);

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = style::primaryButton(tr("Use this signature"));
    m_accept->setObjectName("handwritingAccept"_L1);
    buttons->addButton(m_accept, QDialogButtonBox::AcceptRole);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName("handwritingCancel"_L1);

    auto* const fields = new QHBoxLayout;
    fields->setSpacing(style::kGap);
    fields->addWidget(m_undo);
    fields->addWidget(m_clear);
    fields->addWidget(m_ink);
    fields->addStretch(1);
    fields->addWidget(lineLabel);
    fields->addWidget(m_line);
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins(style::kWideMargin, style::kWideMargin, style::kWideMargin, style::kMargin);
    rows->setSpacing(style::kMargin);
    rows->addWidget(m_pad, 1);
    rows->addLayout(fields);
    rows->addWidget(m_size);
    rows->addWidget(buttons);
    m_accept->setDefault(true); // known to the dialog only now

    connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, m_pad, &HandwritingPad::undo);
    connect(m_undo, &QPushButton::clicked, m_pad, &HandwritingPad::undo);
    connect(m_clear, &QPushButton::clicked, m_pad, &HandwritingPad::clear);
    connect(
        m_ink, &QComboBox::currentIndexChanged, this, [this] { m_pad->setInk(m_ink->currentData().value<QColor>()); });
    connect(m_line, &QDoubleSpinBox::valueChanged, m_pad, &HandwritingPad::setLineMm);
    connect(m_pad, &HandwritingPad::changed, this, &HandwritingDialog::refresh);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (m_pad->isEmpty())
            return;
        Q_EMIT handwritingDrawn(m_pad->picture(), m_pad->sizeMm());
        accept();
    });
    m_pad->setInk(kBlack);
    resize(700, 430);
    m_pad->setFocus();
}

void HandwritingDialog::refresh()
{
    const bool isEmpty = m_pad->isEmpty();
    m_undo->setEnabled(!isEmpty);
    m_clear->setEnabled(!isEmpty);
    m_accept->setEnabled(!isEmpty);
    m_size->setText(
        isEmpty ? tr("Several strokes are one signature.") : tr("Size on paper: %1").arg(sizeText(m_pad->sizeMm())));
}

} // namespace bidseal::seal
