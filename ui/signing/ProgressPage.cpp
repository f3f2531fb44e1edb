#include "ui/signing/ProgressPage.h"

#include "ui/signing/StageList.h"
#include "ui/style/Widgets.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bidseal::signing {

namespace {
constexpr int kSteps = 1000;
constexpr qint64 kBeforeGuessing = 1500; // ms: an earlier guess would jump
} // namespace

ProgressPage::ProgressPage(QWidget* parent)
    : QWidget(parent)
{
    m_file = style::quietText({}, this);
    m_stages = new StageList(this);
    m_bar = new QProgressBar(this);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of this step"));
    m_hint = style::quietText({}, this);
    m_cancel = style::pushButton(tr("Cancel"), this);
    m_cancel->setObjectName(u"cancelSigning"_s);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::kWideMargin, style::kMargin, style::kWideMargin, style::kWideMargin);
    layout->setSpacing(style::kMargin);
    layout->addWidget(style::headline(tr("Signing"), 1.5, this));
    layout->addWidget(m_file);
    layout->addWidget(m_stages);
    layout->addWidget(m_bar);
    layout->addWidget(m_hint);
    layout->addStretch();
    layout->addWidget(m_cancel, 0, Qt::AlignLeft);
    setFocusProxy(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &ProgressPage::cancelRequested);
}

void ProgressPage::start(const QString& what)
{
    m_what = what;
    m_cancel->setEnabled(true);
    m_cancel->setFocus();
    m_stage = Stage::Publishing; // so that the first step counts as new
    setProgress({});
}

void ProgressPage::setProgress(const Progress& progress)
{
    if (m_stage != progress.stage || m_turn != progress.turn) {
        m_stage = progress.stage;
        m_turn = progress.turn;
        m_stageTime.start();
        m_stages->setStage(progress.stage);
    }
    const bool oneOfSeveral = progress.documents > 1 && progress.document > 0;
    const auto what = oneOfSeveral ? tr("File %1 of %2").arg(progress.document).arg(progress.documents) : m_what;
    m_file->setText(
        progress.turns > 1 ? tr("Signer %1 of %2 · %3").arg(progress.turn).arg(progress.turns).arg(what) : what);
    const bool known = progress.total > 0;
    m_bar->setRange(0, known ? kSteps : 0);
    if (known)
        m_bar->setValue(static_cast<int>(progress.done * kSteps / progress.total));
    if (!m_cancel->isEnabled())
        return;
    m_hint->setText(progress.stage == Stage::WaitingForKey
            ? tr("If your key has a button or a light that blinks, press it now.")
            : remainingText(progress));
}

QString ProgressPage::remainingText(const Progress& progress) const
{
    const qint64 elapsed = m_stageTime.isValid() ? m_stageTime.elapsed() : 0;
    if (progress.total <= 0 || progress.done <= 0 || elapsed < kBeforeGuessing)
        return {};
    const auto seconds = static_cast<int>((progress.total - progress.done) * elapsed / progress.done / 1000) + 1;
    return seconds < 60 ? tr("About %n second(s) left for this step", nullptr, seconds)
                        : tr("About %n minute(s) left for this step", nullptr, (seconds + 59) / 60);
}

void ProgressPage::showCancelling()
{
    m_cancel->setEnabled(false);
    m_hint->setText(tr("Stopping. Your file stays as it was."));
}

} // namespace bidseal::signing
