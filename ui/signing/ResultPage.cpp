#include "ui/signing/ResultPage.h"

#include "ui/signing/MarkStrip.h"
#include "ui/style/Notice.h"
#include "ui/style/Widgets.h"
#include "ui/verification/Verdict.h"

#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bidseal::signing {

ResultPage::ResultPage(QWidget* parent)
    : QWidget(parent)
{
    m_fileName = style::headline({}, 1.2, this);
    m_fileName->setObjectName(u"signedFileName"_s);
    m_fileName->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_folder = style::quietText({}, this);
    m_verdict = new style::Notice(style::Notice::Shape::Card, this);
    m_verdict->setObjectName(u"resultVerdict"_s);
    m_signer = style::plainText({}, this);
    m_time = style::plainText({}, this);
    m_original = style::plainText({}, this);
    m_marks = new MarkStrip(this);

    auto* rows = new QFormLayout;
    rows->setHorizontalSpacing(style::kMargin);
    rows->setVerticalSpacing(style::kGap);
    rows->addRow(style::quietText(tr("Signed by"), this), m_signer);
    rows->addRow(style::quietText(tr("Time"), this), m_time);
    rows->addRow(style::quietText(tr("Original"), this), m_original);

    m_open = style::primaryButton(tr("Open signed file"), this);
    m_open->setObjectName(u"openSigned"_s);
    auto* folder = style::pushButton(tr("Show in folder"), this);
    folder->setObjectName(u"showInFolder"_s);
    auto* original = style::linkButton(tr("Open the original"), this);
    original->setObjectName(u"openOriginal"_s);
    auto* close = style::linkButton(tr("Close"), this);
    close->setObjectName(u"closeResult"_s);
    auto* first = new QHBoxLayout;
    first->setSpacing(style::kGap);
    first->addWidget(m_open);
    first->addWidget(folder);
    first->addStretch();
    auto* second = new QHBoxLayout;
    second->setSpacing(style::kGap);
    second->addWidget(original);
    second->addWidget(close);
    second->addStretch();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::kWideMargin, style::kMargin, style::kWideMargin, style::kWideMargin);
    layout->setSpacing(style::kGap);
    layout->addWidget(style::headline(tr("Signed"), 1.5, this));
    layout->addSpacing(style::kGap);
    layout->addWidget(m_fileName);
    layout->addWidget(m_folder);
    layout->addSpacing(style::kGap);
    layout->addWidget(m_verdict);
    layout->addSpacing(style::kGap);
    layout->addLayout(rows);
    layout->addSpacing(style::kGap);
    layout->addWidget(m_marks);
    layout->addSpacing(style::kMargin);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addStretch();

    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_output); });
    connect(original, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_source); });
    connect(folder, &QPushButton::clicked, this, [this] { Q_EMIT showInFolderRequested(m_output); });
    connect(close, &QPushButton::clicked, this, &ResultPage::closeRequested);
}

void ResultPage::show(const QString& source, const std::vector<seal::PlacedSeal>& marks, const SignedDocument& result)
{
    m_source = source;
    m_output = result.path;
    m_fileName->setText(QFileInfo(result.path).fileName());
    m_folder->setText(tr("in %1").arg(QDir::toNativeSeparators(QFileInfo(result.path).absolutePath())));
    m_verdict->show(verification::verdictOn(result.report));
    m_signer->setText(tr("%1, certificate by %2").arg(result.signer.holder().displayName, result.signer.issuer()));
    m_time->setText(verification::claimedTimeText(result.claimedTime));
    m_original->setText(tr("%1, unchanged").arg(QFileInfo(source).fileName()));
    m_marks->setMarks(marks);
    m_open->setFocus();
}

} // namespace bidseal::signing
