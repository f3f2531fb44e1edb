#include "ui/environment/SelfCheckPage.h"

#include "core/base/ShownTime.h"
#include "core/environment/ReportJson.h"
#include "ui/environment/CheckGroup.h"
#include "ui/environment/CheckRow.h"
#include "ui/environment/KeyTrialArea.h"
#include "ui/environment/OutcomeSigns.h"
#include "ui/environment/Remedies.h"
#include "ui/style/Icons.h"
#include "ui/style/Notice.h"
#include "ui/style/Widgets.h"

#include <QAccessible>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStandardPaths>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

constexpr int kColumnWidth = 780;
constexpr int kShield = 44;
constexpr std::array kGroups { Group::System, Group::Program, Group::Crypto, Group::Clock, Group::Keys,
    Group::Interference, Group::Network, Group::Place, Group::Display };

QString reportName(ReportDialog::Format format)
{
    const auto day = QDate::currentDate().toString(Qt::ISODate);
    const auto ending = format == ReportDialog::Format::Json ? u"json"_s : u"html"_s;
    return SelfCheckPage::tr("BidSeal self-check %1").arg(day) + u'.' + ending;
}

} // namespace

SelfCheckPage::SelfCheckPage(SelfCheckModel& model, signing::KeyWatch& keys, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
{
    setObjectName(u"selfCheckPage"_s);
    setAccessibleName(tr("Security self-check"));
    m_remedies = new Remedies(keys, this);
    m_trial = new KeyTrialArea(keys, this);
    auto* centred = new QWidget;
    auto* centring = new QHBoxLayout(centred);
    centring->setContentsMargins({});
    centring->addStretch();
    centring->addWidget(buildColumn(), 100);
    centring->addStretch();
    m_scroll = new QScrollArea(this);
    m_scroll->setAccessibleName(tr("Security self-check"));
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(centred);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_scroll);
    connectParts();
    refresh();
}

QWidget* SelfCheckPage::buildColumn()
{
    auto* column = new QWidget;
    column->setMaximumWidth(kColumnWidth);
    m_back = style::linkButton(tr("Back"), column);
    m_back->setObjectName(u"selfCheckBack"_s);
    m_back->setIcon(style::icon(style::Glyph::Previous));
    m_back->setToolTip(tr("Back (%1)").arg(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText)));
    m_notice = new style::Notice(style::Notice::Shape::Card, column);
    m_notice->setObjectName(u"selfCheckNotice"_s);
    m_attention = new QWidget(column);
    m_attention->setObjectName(u"attention"_s);
    m_attention->hide();
    m_attentionRows = new QVBoxLayout(m_attention);
    m_attentionRows->setContentsMargins({});
    m_attentionRows->setSpacing(2);

    auto* rows = new QVBoxLayout(column);
    rows->setContentsMargins(style::kWideMargin, style::kMargin, style::kWideMargin, style::kWideMargin);
    rows->setSpacing(style::kMargin);
    rows->addWidget(m_back, 0, Qt::AlignLeft);
    rows->addWidget(buildHead());
    rows->addWidget(m_notice);
    rows->addWidget(m_attention);
    rows->addWidget(buildGroups());
    rows->addWidget(
        style::quietText(tr("A program that checks itself cannot find out that it was replaced as a whole."), column));
    rows->addStretch();
    return column;
}

QWidget* SelfCheckPage::buildHead()
{
    auto* head = new QWidget;
    m_shield = new SignView(kShield, head);
    m_shield->show([this] { return signFor(m_model.state()); });
    m_verdict = style::headline({}, 1.5, head);
    m_verdict->setObjectName(u"verdict"_s);
    m_detail = style::quietText({}, head);
    m_detail->setObjectName(u"selfCheckDetail"_s);
    m_progress = new QProgressBar(head);
    m_progress->setObjectName(u"selfCheckProgress"_s);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Checks done"));
    m_runAll = style::primaryButton(tr("Check everything"), head);
    m_runAll->setObjectName(u"runAll"_s);
    m_cancel = style::pushButton(tr("Cancel"), head);
    m_cancel->setObjectName(u"cancelSelfCheck"_s);
    m_save = style::pushButton(tr("Save report…"), head);
    m_save->setObjectName(u"saveReport"_s);

    auto* words = new QVBoxLayout;
    words->setSpacing(style::kSmallGap);
    words->addWidget(m_verdict);
    words->addWidget(m_detail);
    auto* top = new QHBoxLayout;
    top->setSpacing(14);
    top->addWidget(m_shield, 0, Qt::AlignTop);
    top->addLayout(words, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(style::kGap);
    buttons->addWidget(m_runAll);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins({});
    layout->setSpacing(style::kMargin);
    layout->addLayout(top);
    layout->addWidget(m_progress);
    layout->addLayout(buttons);
    return head;
}

QWidget* SelfCheckPage::buildGroups()
{
    auto* groups = new QWidget;
    auto* layout = new QVBoxLayout(groups);
    layout->setContentsMargins({});
    layout->setSpacing(style::kGap);
    for (const Group group : kGroups) {
        auto* card = new CheckGroup(group, groups);
        connect(card, &CheckGroup::rowAdded, this, [this](CheckRow* row) {
            connect(row, &CheckRow::remedyRequested, m_remedies, &Remedies::carryOut);
            connect(row, &CheckRow::againRequested, this, [this](const QString& id) { m_model.runAgain({ id }); });
        });
        m_groups.insert(group, card);
        layout->addWidget(card);
    }
    m_groups.value(Group::Keys)->setFooter(m_trial);
    return groups;
}

void SelfCheckPage::connectParts()
{
    connect(m_back, &QPushButton::clicked, this, &SelfCheckPage::backRequested);
    connect(m_runAll, &QPushButton::clicked, this, &SelfCheckPage::runAll);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_model.cancel(); });
    connect(m_save, &QPushButton::clicked, this, &SelfCheckPage::chooseReport);
    connect(m_trial, &KeyTrialArea::tried, this, [this](const CheckResult& result) {
        m_model.take(result);
        QTimer::singleShot(0, this, [this] { m_scroll->ensureWidgetVisible(m_trial, 0, style::kWideMargin); });
    });
    connect(m_remedies, &Remedies::driversChanged, &m_model, &SelfCheckModel::renewDrivers);
    connect(m_remedies, &Remedies::carriedOut, this, [this](const QStringList& ids) {
        m_notice->clear();
        m_model.runAgain(ids);
    });
    connect(m_remedies, &Remedies::failed, this, [this](const style::NoticeText& why) {
        m_notice->show(why);
        m_scroll->ensureWidgetVisible(m_notice);
    });
    connect(&m_model, &SelfCheckModel::changed, this, &SelfCheckPage::refresh);
    connect(&m_model, &SelfCheckModel::finished, this, &SelfCheckPage::announce);
}

void SelfCheckPage::begin()
{
    m_notice->clear();
    m_scroll->ensureVisible(0, 0);
    m_runAll->setFocus(Qt::OtherFocusReason);
    m_model.refreshIfStale();
}

void SelfCheckPage::setKeyTrialAllowed(bool allowed) { m_trial->setTrialAllowed(allowed); }

void SelfCheckPage::runAll()
{
    m_notice->clear();
    const double scale = devicePixelRatioF();
    m_model.setScreen({ scale, (QSizeF(screen()->size()) * scale).toSize() });
    m_model.runAll();
    m_cancel->setFocus(Qt::OtherFocusReason);
}

void SelfCheckPage::refresh()
{
    showHead();
    showAttention();
    showGroups();
}

void SelfCheckPage::showHead()
{
    const auto progress = m_model.progress();
    const bool hadFocus = m_cancel->hasFocus();
    m_shield->update();
    m_verdict->setText(sentenceFor(m_model.state()));
    m_detail->setText(detailText());
    m_detail->setVisible(!m_detail->text().isEmpty());
    m_progress->setVisible(progress.has_value());
    if (progress) {
        m_progress->setRange(0, progress->total);
        m_progress->setValue(progress->done);
    }
    m_cancel->setVisible(progress.has_value());
    m_runAll->setVisible(!progress);
    m_save->setEnabled(!m_model.isRunning() && m_model.state() != SelfCheckModel::State::Looking);
    if (hadFocus && !progress)
        m_runAll->setFocus(Qt::OtherFocusReason);
}

QString SelfCheckPage::detailText() const
{
    if (const auto progress = m_model.progress())
        return progress->total ? tr("%1 of %2 checks done").arg(progress->done).arg(progress->total) : tr("Starting…");
    if (m_model.ranAllAt().isValid())
        return tr("Everything was checked at %1.").arg(shownTime(m_model.ranAllAt()));
    if (m_model.lookedAt().isValid())
        return tr("What must be well before you sign was checked at %1.").arg(shownTime(m_model.lookedAt()));
    return {};
}

/// What stands in the way of signing first; each line leads to its check.
void SelfCheckPage::showAttention()
{
    std::vector<const SelfCheckModel::Line*> inTheWay, others;
    QStringList now;
    for (const auto& line : m_model.lines()) {
        if (!line.needsAttention())
            continue;
        const bool stops = line.result->blocks() || line.result->asks();
        (stops ? inTheWay : others).push_back(&line);
        now << (stops ? u"!"_s : QString()) + line.id + wordFor(line.result->finding.outcome);
    }
    if (now == m_attentionShown)
        return;
    m_attentionShown = now;
    while (QLayoutItem* item = m_attentionRows->takeAt(0)) {
        if (auto* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    addAttention(
        tr("%n thing(s) stand(s) in the way of signing", nullptr, static_cast<int>(inTheWay.size())), inTheWay);
    addAttention(tr("%n thing(s) need(s) attention", nullptr, static_cast<int>(others.size())), others);
    m_attention->setVisible(!now.isEmpty());
}

void SelfCheckPage::addAttention(const QString& headline, const std::vector<const SelfCheckModel::Line*>& lines)
{
    if (lines.empty())
        return;
    if (m_attentionRows->count() > 0)
        m_attentionRows->addSpacing(style::kGap);
    m_attentionRows->addWidget(style::headline(headline, 1.0, m_attention));
    for (const auto* line : lines) {
        auto* link = style::linkButton(line->title, m_attention);
        link->setObjectName(u"attentionLink"_s);
        link->setIcon(style::icon(signFor(line->result->finding.outcome).glyph));
        link->setToolTip(tr("Go to this check"));
        m_attentionRows->addWidget(link, 0, Qt::AlignLeft);
        connect(link, &QPushButton::clicked, this, [this, id = line->id] { jumpTo(id); });
    }
}

void SelfCheckPage::showGroups()
{
    std::map<Group, std::vector<SelfCheckModel::Line>> byGroup;
    for (const auto& line : m_model.lines())
        byGroup[line.group].push_back(line);
    for (auto card = m_groups.begin(); card != m_groups.end(); ++card) {
        const auto& lines = byGroup[card.key()];
        (*card)->show(lines);
        (*card)->setVisible(!lines.empty() || card.key() == Group::Keys); // where a key can be tried
    }
}

CheckRow* SelfCheckPage::rowOf(const QString& checkId) const
{
    for (const auto* group : m_groups)
        if (auto* row = group->row(checkId))
            return row;
    return nullptr;
}

void SelfCheckPage::jumpTo(const QString& checkId)
{
    auto* row = rowOf(checkId);
    if (!row)
        return;
    m_scroll->ensureWidgetVisible(row, 0, style::kWideMargin);
    row->focusAction();
}

void SelfCheckPage::chooseReport()
{
    auto* dialog = new ReportDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReportDialog::wanted, this, &SelfCheckPage::chooseReportFile);
    dialog->open();
}

void SelfCheckPage::chooseReportFile(ReportDialog::Format format, Disclosure disclosure)
{
    const bool isJson = format == ReportDialog::Format::Json;
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog = new QFileDialog(
        window(), tr("Save report"), folder, isJson ? tr("JSON data (*.json)") : tr("HTML page (*.html)"));
    dialog->setObjectName(u"reportFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(isJson ? u"json"_s : u"html"_s);
    dialog->selectFile(reportName(format));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, disclosure](const QString& file) { saveReport(file, disclosure); });
    dialog->open();
}

void SelfCheckPage::saveReport(const QString& file, Disclosure disclosure)
{
    tasks::BackgroundTask::run(
        this,
        [report = m_model.report(), file, disclosure](
            std::stop_token) { return exportReport(report, disclosure, file); },
        [this, file, disclosure](const Status& saved) { showSaved(file, disclosure, saved); });
}

void SelfCheckPage::showSaved(const QString& file, Disclosure disclosure, const Status& saved)
{
    if (!saved)
        return m_notice->show(style::noticeFor(saved.error()));
    m_notice->show({ style::Tone::Good, tr("The report is saved as %1.").arg(QFileInfo(file).fileName()),
        disclosure == Disclosure::Full
            ? tr("It names people, companies, folders and serial numbers. Give it only to people you trust.")
            : tr("Names, folders and serial numbers are left out."),
        {} });
    auto* show = m_notice->addAction(tr("Show in folder"));
    connect(show, &QPushButton::clicked, this, [this, file] { Q_EMIT showInFolderRequested(file); });
    m_scroll->ensureWidgetVisible(m_notice);
}

void SelfCheckPage::announce()
{
    m_verdict->setAccessibleName(m_verdict->text());
    QAccessibleEvent alert(m_verdict, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void SelfCheckPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT backRequested();
    else
        QWidget::keyPressEvent(event);
}

void SelfCheckPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_remedies->cameBack();
    QWidget::changeEvent(event);
}

} // namespace bidseal::environment
