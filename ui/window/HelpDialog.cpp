#include "ui/window/HelpDialog.h"

#include "ui/style/Widgets.h"

#include <QCoreApplication>
#include <QFormLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bidseal::window {

namespace {

QString keys(const char* sequence)
{
    return QKeySequence(QString::fromLatin1(sequence)).toString(QKeySequence::NativeText);
}

} // namespace

HelpDialog::HelpDialog(QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Help"));
    setAttribute(Qt::WA_DeleteOnClose);

    auto* rows = new QFormLayout;
    rows->setHorizontalSpacing(style::kWideMargin);
    rows->setVerticalSpacing(6);
    const std::pair<QString, QString> lines[] = {
        { keys("Ctrl+O"), tr("Open a document") },
        { keys("Ctrl+F"), tr("Find text") },
        { keys("Ctrl+G"), tr("Go to a page") },
        { keys("Ctrl+S"), tr("Sign") },
        { keys("Ctrl+Z"), tr("Undo the last change to the seals") },
        { keys("F6"), tr("Go on to the next part of the window") },
        { keys("Return"), tr("Put the chosen seal in the middle of the page") },
        { keys("Tab"), tr("Go from seal to seal on the page") },
        { tr("Arrow keys"), tr("Move the chosen seal by 1 mm, with Shift by 10 mm") },
        { keys("Del"), tr("Take the chosen seal away") },
        { keys("Esc"), tr("Stop what is under way, close the sheet") },
    };
    for (const auto& [shortcut, meaning] : lines)
        rows->addRow(style::quietText(shortcut, this), style::plainText(meaning, this));

    auto* close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::kWideMargin, style::kWideMargin, style::kWideMargin, style::kMargin);
    layout->setSpacing(style::kGap);
    layout->addWidget(style::headline(tr("BidSeal"), 1.5, this));
    layout->addWidget(style::quietText(tr("Version %1").arg(QCoreApplication::applicationVersion()), this));
    layout->addWidget(style::plainText(
        tr("Open a document, drag your seals to their places, press Sign. The original is never changed."), this));
    layout->addSpacing(style::kGap);
    layout->addLayout(rows);
    layout->addSpacing(style::kGap);
    layout->addWidget(close, 0, Qt::AlignRight);
}

} // namespace bidseal::window
