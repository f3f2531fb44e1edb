#include "ui/signing/ResultPage.h"

#include "ui/signing/MarkStrip.h"
#include "ui/style/Notice.h"
#include "ui/style/TwoLineDelegate.h"
#include "ui/style/Widgets.h"
#include "ui/verification/Verdict.h"

#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::signing {

namespace {

enum Role { PathRole = Qt::UserRole, DetailRole, ToneRole };

class SignedFileDelegate : public style::TwoLineDelegate {
public:
    using TwoLineDelegate::TwoLineDelegate;

protected:
    Lines lines(const QModelIndex& index) const override
    {
        const auto tone = static_cast<style::Tone>(index.data(ToneRole).toInt());
        return { index.data(Qt::DisplayRole).toString(), index.data(DetailRole).toString(),
            tone == style::Tone::Neutral ? style::Glyph::Document : style::glyphFor(tone), tone };
    }
};

QString signersText(const std::vector<certificate::Certificate>& signers)
{
    QStringList lines;
    for (const auto& signer : signers)
        lines += ResultPage::tr("%1, certificate by %2").arg(signer.holder().displayName, signer.issuer());
    return lines.join(u'\n');
}

int weight(style::Tone tone)
{
    switch (tone) {
    case style::Tone::Good:
        return 0;
    case style::Tone::Neutral:
        return 1;
    case style::Tone::Caution:
        return 2;
    case style::Tone::Bad:
        return 3;
    }
    return 3;
}

} // namespace

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
    m_files = new QListWidget(this);
    m_files->setObjectName(u"signedFiles"_s);
    m_files->setAccessibleName(tr("Signed files"));
    m_files->setProperty("card", true);
    m_files->setUniformItemSizes(true);
    m_files->setItemDelegate(new SignedFileDelegate(m_files));

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
    m_openOriginal = style::linkButton(tr("Open the original"), this);
    m_openOriginal->setObjectName(u"openOriginal"_s);
    auto* close = style::linkButton(tr("Close"), this);
    close->setObjectName(u"closeResult"_s);
    auto* first = new QHBoxLayout;
    first->setSpacing(style::kGap);
    first->addWidget(m_open);
    first->addWidget(folder);
    first->addStretch();
    auto* second = new QHBoxLayout;
    second->setSpacing(style::kGap);
    second->addWidget(m_openOriginal);
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
    layout->addWidget(m_files, 100);
    layout->addSpacing(style::kGap);
    layout->addLayout(rows);
    layout->addSpacing(style::kGap);
    layout->addWidget(m_marks);
    layout->addSpacing(style::kMargin);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addStretch();

    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(selected()); });
    connect(m_openOriginal, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_source); });
    connect(folder, &QPushButton::clicked, this, [this] { Q_EMIT showInFolderRequested(selected()); });
    connect(m_files, &QListWidget::itemActivated, this, [this] { Q_EMIT openRequested(selected()); });
    connect(close, &QPushButton::clicked, this, &ResultPage::closeRequested);
}

void ResultPage::show(
    const QString& source, const std::vector<seal::PlacedSeal>& marks, const std::vector<SignedDocument>& results)
{
    const auto& first = results.front();
    const bool several = results.size() > 1;
    m_source = source;
    m_output = first.path;
    m_signer->setText(signersText(first.signers));
    m_time->setText(verification::claimedTimeText(first.claimedTime));
    m_original->setText(several ? tr("all unchanged") : tr("%1, unchanged").arg(QFileInfo(source).fileName()));
    m_marks->setMarks(marks);
    m_files->setVisible(several);
    m_openOriginal->setVisible(!several);
    if (several)
        showList(results);
    else
        showOne(first);
    m_open->setFocus();
}

void ResultPage::showOne(const SignedDocument& result)
{
    m_fileName->setText(QFileInfo(result.path).fileName());
    m_folder->setText(tr("in %1").arg(QDir::toNativeSeparators(QFileInfo(result.path).absolutePath())));
    m_verdict->show(verification::verdictOn(result.report));
}

/// Above the list the verdict on the worst of them.
void ResultPage::showList(const std::vector<SignedDocument>& results)
{
    m_fileName->setText(tr("%n file(s)", nullptr, static_cast<int>(results.size())));
    m_folder->setText(tr("each beside its original"));
    m_files->clear();
    style::NoticeText worst { style::Tone::Good, {}, {}, {} };
    for (const auto& result : results) {
        const auto verdict = verification::verdictOn(result.report);
        if (worst.title.isEmpty() || weight(verdict.tone) > weight(worst.tone))
            worst = verdict;
        const QFileInfo file(result.path);
        auto* row = new QListWidgetItem(file.fileName(), m_files);
        row->setData(PathRole, result.path);
        row->setData(DetailRole, QDir::toNativeSeparators(file.absolutePath()));
        row->setData(ToneRole, static_cast<int>(verdict.tone));
        row->setData(Qt::AccessibleTextRole, u"%1, %2"_s.arg(file.fileName(), verdict.title));
        row->setToolTip(QDir::toNativeSeparators(result.path));
    }
    m_files->setCurrentRow(0);
    const int row = m_files->sizeHintForRow(0);
    m_files->setMinimumHeight(2 * row);
    m_files->setMaximumHeight(m_files->count() * row + 4);
    m_verdict->show(worst);
}

QString ResultPage::selected() const
{
    const auto* row = m_files->isVisibleTo(this) ? m_files->currentItem() : nullptr;
    return row ? row->data(PathRole).toString() : m_output;
}

} // namespace bidseal::signing
