#include "ui/placing/PlacingDialog.h"

#include "core/plan/CautionSentence.h"
#include "ui/document/WishFor.h"
#include "ui/style/Notice.h"
#include "ui/style/Widgets.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSettings>

#include <set>

namespace bidseal::placing {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPauseMilliseconds = 180;
constexpr int kFieldsWidth = 320;

} // namespace

PlacingDialog::PlacingDialog(
    const seal::Seal& seal, document::DocumentSession& session, std::shared_ptr<SharedPaper> paper, QWidget* parent)
    : QDialog(parent)
    , m_seal(seal)
    , m_session(&session)
    , m_paper(std::move(paper))
    , m_form(new QFormLayout)
{
    m_form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_form->setVerticalSpacing(style::kGap);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &PlacingDialog::tryOut);
}

QDoubleSpinBox* PlacingDialog::addMm(const QString& name, const QString& label, double smallest, double largest)
{
    auto* const box = new QDoubleSpinBox;
    box->setObjectName(name);
    box->setAccessibleName(QString(label).remove(u'&'));
    box->setDecimals(1);
    box->setRange(smallest, largest);
    box->setSuffix(tr(" mm"));
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_form->addRow(label, box);
    connect(box, &QDoubleSpinBox::valueChanged, this, &PlacingDialog::ruleChanged);
    return box;
}

void PlacingDialog::build(const QString& title, const QString& introduction, QWidget* preview)
{
    setWindowTitle(title);
    m_count = style::headline(QString(), 1.0);
    m_count->setObjectName("placingCount"_L1);
    m_notice = new style::Notice(style::Notice::Shape::Card, this);
    m_notice->setObjectName("placingNotice"_L1);

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_place = style::primaryButton(tr("Place"));
    m_place->setObjectName("placingAccept"_L1);
    buttons->addButton(m_place, QDialogButtonBox::AcceptRole);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName("placingCancel"_L1);
    connect(buttons, &QDialogButtonBox::accepted, this, &PlacingDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* const fields = new QVBoxLayout;
    fields->setSpacing(style::kMargin);
    fields->addWidget(style::quietText(introduction));
    fields->addLayout(m_form);
    fields->addStretch(1);
    fields->addWidget(m_count);
    fields->addWidget(m_notice);
    auto* const left = new QWidget;
    left->setLayout(fields);
    fields->setContentsMargins({});
    left->setFixedWidth(kFieldsWidth);

    auto* const columns = new QHBoxLayout;
    columns->setSpacing(style::kWideMargin);
    columns->addWidget(left);
    columns->addWidget(preview, 1);
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins(style::kWideMargin, style::kWideMargin, style::kWideMargin, style::kMargin);
    rows->setSpacing(style::kMargin);
    rows->addLayout(columns, 1);
    rows->addWidget(buttons);
    m_place->setDefault(true); // known to the dialog only now
    tryOut();
}

QString PlacingDialog::settingsGroup() const
{
    return u"placing/%1/%2"_s.arg(objectName(), seal::kindName(m_seal.kind));
}

void PlacingDialog::ruleChanged()
{
    if (!m_count)
        return; // while the fields are being filled
    m_trial.requestStop();
    ++m_trialNumber;
    m_state = Trial::Pending;
    m_acceptWhenTried = false;
    m_place->setEnabled(rule().has_value());
    m_pause.start();
    grow();
}

/// What is said and asked below each other changes; it never shrinks, so that nothing jumps.
void PlacingDialog::grow()
{
    layout()->activate();
    const int needed = layout()->totalHeightForWidth(width());
    if (needed > height())
        resize(width(), needed);
}

void PlacingDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    grow();
}

void PlacingDialog::tryOut()
{
    m_pause.stop();
    m_trial.requestStop();
    m_state = Trial::Pending;
    const int number = ++m_trialNumber;
    const std::optional<plan::Rule> rule = this->rule();
    m_place->setEnabled(rule.has_value());
    if (!rule) {
        showPlaced(nullptr);
        m_count->clear();
        const QString why = missing();
        if (why.isEmpty())
            m_notice->clear();
        else
            m_notice->show({ style::Tone::Neutral, why, {}, {} });
        grow();
        return;
    }
    m_count->setText(tr("Looking through the document …"));
    m_trial = tasks::BackgroundTask::run(
        this,
        [paper = m_paper, seal = m_seal, rule = *rule](std::stop_token stop, const ProgressCallback& progress) {
            return paper->place(seal, rule, progress, stop);
        },
        [this, number](const Outcome& outcome) {
            if (number == m_trialNumber)
                showOutcome(outcome);
        });
}

QString PlacingDialog::countText(const Outcome& outcome) const
{
    std::set<int> pages;
    for (const seal::PlacedSeal& mark : outcome.placed->marks)
        pages.insert(mark.placement.page);
    const auto number = [](std::size_t count) { return QLocale().toString(static_cast<int>(count)); };
    return tr("Seals: %1 · pages: %2").arg(number(outcome.placed->marks.size()), number(pages.size()));
}

style::NoticeText PlacingDialog::problem(const Outcome& outcome) const
{
    style::NoticeText text = style::noticeFor(outcome.placed.error());
    text.tone = style::Tone::Caution; // nothing has gone wrong yet
    text.smallPrint.clear();
    return text;
}

void PlacingDialog::showOutcome(const Outcome& outcome)
{
    m_state = outcome.placed ? Trial::Good : Trial::Bad;
    m_place->setEnabled(outcome.placed.has_value());
    if (!outcome.placed) {
        showPlaced(nullptr);
        m_count->clear();
        m_notice->show(problem(outcome));
        grow();
        return;
    }
    showPlaced(&*outcome.placed);
    m_count->setText(countText(outcome));
    const QStringList cautions = plan::sentencesAbout(outcome.placed->noticed);
    if (cautions.isEmpty())
        m_notice->clear();
    else
        m_notice->show({ style::Tone::Caution, cautions.first(), cautions.mid(1).join(u'\n'), {} });
    grow();
    if (m_acceptWhenTried)
        finish();
}

void PlacingDialog::accept()
{
    if (m_state == Trial::Good)
        return finish();
    if (m_state == Trial::Bad || !rule())
        return;
    m_acceptWhenTried = true;
    m_place->setEnabled(false);
    if (m_pause.isActive())
        tryOut();
}

void PlacingDialog::finish()
{
    QSettings settings;
    settings.beginGroup(settingsGroup());
    remember(settings);
    settings.endGroup();
    Q_EMIT chosen({ document::wishFor(m_seal, m_seal.sizeMm), *rule() });
    QDialog::accept();
}

} // namespace bidseal::placing
