#include "ui/plan/ChecklistPanel.h"

#include "core/plan/DateSeal.h"
#include "ui/plan/ChecklistChoices.h"
#include "ui/plan/RequirementRow.h"
#include "ui/style/Icons.h"
#include "ui/style/Notice.h"
#include "ui/style/Widgets.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::plan {

namespace {

constexpr int kNone = 0; ///< of the box; the checklists follow

int countOf(const std::vector<Checked>& checked, Fulfilment fulfilment)
{
    return static_cast<int>(std::count_if(
        checked.begin(), checked.end(), [fulfilment](const Checked& one) { return one.fulfilment == fulfilment; }));
}

QString summaryOf(const std::vector<Checked>& checked)
{
    const int missing = countOf(checked, Fulfilment::Missing);
    const int unclear = countOf(checked, Fulfilment::CannotTell);
    const int all = static_cast<int>(checked.size());
    if (missing > 0)
        //: of what a checklist asks for
        return ChecklistPanel::tr("%1 of %n still missing", nullptr, all).arg(QString::number(missing));
    if (unclear > 0)
        return ChecklistPanel::tr("Nothing is missing, but %1 of %n cannot be told", nullptr, all)
            .arg(QString::number(unclear));
    return ChecklistPanel::tr("All %n done", nullptr, all);
}

} // namespace

ChecklistPanel::ChecklistPanel(QWidget* parent)
    : QWidget(parent)
    , m_run(new ChecklistRun(this))
{
    m_notice = new style::Notice(style::Notice::Shape::Card, this);
    m_notice->setObjectName(u"checklistNotice"_s);
    auto* contents = new QWidget;
    m_note = style::quietText({}, contents);
    m_note->setObjectName(u"checklistNote"_s);
    m_note->setContentsMargins(style::kMargin, 0, style::kGap, style::kGap);
    m_rowsLayout = new QVBoxLayout(contents);
    m_rowsLayout->setContentsMargins({});
    m_rowsLayout->setSpacing(0);
    m_rowsLayout->addWidget(m_note);
    m_rowsLayout->addStretch();
    m_scroll = new QScrollArea(this);
    m_scroll->setAccessibleName(tr("What the checklist asks for"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(contents);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(buildHead());
    layout->addWidget(m_notice);
    layout->addWidget(m_scroll, 1);
    layout->addStretch(); // where there is no checklist

    connect(m_run, &ChecklistRun::finished, this, [this](const ChecklistResult& result) {
        m_notice->clear();
        showChecklist(&result.checked);
    });
    connect(m_run, &ChecklistRun::failed, this, &ChecklistPanel::showError);
    fillChoices();
    setSession(nullptr);
}

QLayout* ChecklistPanel::buildHead()
{
    m_box = style::comboBox(this);
    m_box->setObjectName(u"checklistBox"_s);
    m_box->setAccessibleName(tr("Checklist"));
    m_box->setToolTip(tr("What this file is checked against before it is signed"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(10);
    auto* open = new QToolButton(this);
    open->setObjectName(u"checklistOpen"_s);
    open->setIcon(style::icon(style::Glyph::Open));
    open->setAccessibleName(tr("Open a checklist…"));
    open->setToolTip(open->accessibleName());
    open->setFocusPolicy(Qt::TabFocus);
    connect(m_box, &QComboBox::activated, this, &ChecklistPanel::chooseAt);
    connect(open, &QToolButton::clicked, this, &ChecklistPanel::chooseFile);
    m_summary = style::headline({}, 1.0, this);
    m_summary->setObjectName(u"checklistSummary"_s);

    auto* choice = new QHBoxLayout;
    choice->setSpacing(style::kSmallGap);
    choice->addWidget(m_box, 1);
    choice->addWidget(open);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(style::kMargin, style::kGap, style::kGap, style::kGap);
    head->setSpacing(style::kGap);
    head->addLayout(choice);
    head->addWidget(m_summary);
    return head;
}

void ChecklistPanel::fillChoices()
{
    const QSignalBlocker blocker(m_box);
    m_known.clear();
    m_choices.clear();
    m_box->clear();
    m_box->addItem(tr("No checklist"));
    for (Checklist& checklist : ownChecklists(locale())) {
        m_box->addItem(checklist.title);
        m_choices.push_back(checklist.id);
        m_known.push_back(std::make_shared<const Checklist>(std::move(checklist)));
    }
}

void ChecklistPanel::setSession(document::DocumentSession* session)
{
    m_session = session;
    m_run->setSession(session);
    m_notice->clear();
    m_box->setEnabled(session != nullptr);
    findChild<QToolButton*>(u"checklistOpen"_s)->setEnabled(session != nullptr);
    m_box->setCurrentIndex(kNone);
    choose(nullptr);
    const QString chosen = session ? ChecklistChoices::of(session->path()) : QString();
    if (chosen.isEmpty())
        return;
    const auto known = std::find(m_choices.begin(), m_choices.end(), chosen);
    if (known == m_choices.end())
        return openChecklist(chosen);
    m_box->setCurrentIndex(kNone + 1 + static_cast<int>(known - m_choices.begin()));
    choose(m_known[static_cast<std::size_t>(known - m_choices.begin())]);
}

void ChecklistPanel::chooseAt(int index)
{
    if (!m_session)
        return;
    m_notice->clear();
    const auto position = static_cast<std::size_t>(std::max(0, index - kNone - 1));
    ChecklistChoices::set(m_session->path(), index == kNone ? QString() : m_choices[position]);
    choose(index == kNone ? nullptr : m_known[position]);
}

void ChecklistPanel::choose(std::shared_ptr<const Checklist> checklist)
{
    m_checklist = std::move(checklist);
    setReady(!m_checklist, {});
    showChecklist(nullptr);
    m_run->setChecklist(m_checklist);
}

void ChecklistPanel::chooseFile()
{
    auto* chooser = new QFileDialog(this, tr("Open a checklist"), {}, tr("Checklists (*.json)"));
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &QFileDialog::fileSelected, this, &ChecklistPanel::openChecklist);
    chooser->open();
}

void ChecklistPanel::openChecklist(const QString& path)
{
    m_notice->clear();
    tasks::BackgroundTask::run(
        m_session ? static_cast<QObject*>(m_session) : this,
        [path, language = locale()](std::stop_token) { return readChecklist(path, language); },
        [this, path](Result<Checklist> checklist) {
            if (!checklist)
                return showError(checklist.error());
            auto known = std::find(m_choices.begin(), m_choices.end(), path);
            if (known == m_choices.end()) {
                m_box->addItem(checklist->title);
                m_known.push_back({});
                known = m_choices.insert(m_choices.end(), path);
            }
            const auto position = known - m_choices.begin();
            m_known[static_cast<std::size_t>(position)] = std::make_shared<const Checklist>(std::move(*checklist));
            m_box->setItemText(
                kNone + 1 + static_cast<int>(position), m_known[static_cast<std::size_t>(position)]->title);
            m_box->setCurrentIndex(kNone + 1 + static_cast<int>(position));
            chooseAt(m_box->currentIndex());
        });
}

/// Rows stay where they are while their words change: somebody may be about to press a button of theirs.
void ChecklistPanel::showChecklist(const std::vector<Checked>* checked)
{
    const std::size_t count = m_checklist ? m_checklist->requirements.size() : 0;
    while (m_rows.size() < count) {
        auto* row = new RequirementRow;
        row->setObjectName(u"requirementRow"_s);
        connect(row, &RequirementRow::pageRequested, this, &ChecklistPanel::pageRequested);
        connect(row, &RequirementRow::placeRequested, this, &ChecklistPanel::requestPlace);
        m_rowsLayout->insertWidget(m_rowsLayout->count() - 1, row);
        m_rows.push_back(row);
    }
    while (m_rows.size() > count) {
        m_rows.back()->hide();
        m_rows.back()->deleteLater();
        m_rows.pop_back();
    }
    for (std::size_t i = 0; i < count; ++i)
        m_rows[i]->show(m_checklist->requirements[i], checked ? std::optional((*checked)[i]) : std::nullopt);
    m_note->setText(m_checklist ? m_checklist->note : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    m_scroll->setVisible(m_checklist != nullptr);
    showSummary(checked);
    if (!checked)
        return;
    QStringList missing;
    for (const Checked& one : *checked) {
        if (one.fulfilment == Fulfilment::Missing)
            missing << one.requirement->title;
    }
    setReady(plan::isReady(*checked), missing);
}

void ChecklistPanel::showSummary(const std::vector<Checked>* checked)
{
    if (!m_session)
        m_summary->setText(tr("The opened file can be checked against a checklist here."));
    else if (!m_checklist)
        m_summary->setText(tr("Choose a checklist to see what is still missing."));
    else
        m_summary->setText(checked ? summaryOf(*checked) : tr("Checking…"));
    m_summary->setFont(style::scaledFont(font(), 1.0, m_checklist ? QFont::DemiBold : QFont::Normal));
}

void ChecklistPanel::showError(const Error& error)
{
    m_notice->show(style::noticeFor(error));
    QPushButton* close = m_notice->addAction(tr("Close"));
    connect(close, &QPushButton::clicked, m_notice, &style::Notice::clear, Qt::QueuedConnection);
    if (!m_checklist)
        return;
    m_summary->setText(tr("This file could not be checked."));
    setReady(false, {});
}

void ChecklistPanel::setReady(bool ready, const QStringList& missing)
{
    if (m_isReady == ready && m_missing == missing)
        return;
    m_isReady = ready;
    m_missing = missing;
    Q_EMIT readinessChanged(ready, missing);
}

void ChecklistPanel::requestPlace(const Requirement& requirement, const Rule& rule)
{
    seal::Kind kind = requirement.kinds.front();
    const auto seals = m_seals ? m_seals() : std::vector<seal::Seal>();
    const auto atHand = std::find_if(requirement.kinds.begin(), requirement.kinds.end(), [&seals](seal::Kind wanted) {
        return std::any_of(
            seals.begin(), seals.end(), [wanted](const seal::Seal& seal) { return seal.kind == wanted; });
    });
    if (atHand != requirement.kinds.end())
        kind = *atHand;
    SealWish wish { {}, {}, kind, {}, {} };
    if (kind == seal::Kind::Date)
        wish.dayStyle = dateStyleName(DateStyle::Digits);
    Q_EMIT placeRequested({ wish, rule });
}

} // namespace bidseal::plan
