#include "ui/start/StartPage.h"

#include "ui/environment/OutcomeSigns.h"
#include "ui/signing/KeyWatch.h"
#include "ui/start/DropArea.h"
#include "ui/start/RecentFiles.h"
#include "ui/start/RecentRow.h"
#include "ui/style/Icons.h"
#include "ui/style/Notice.h"
#include "ui/style/Widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bidseal::start {

namespace {

constexpr int kColumnWidth = 640;
constexpr int kLineIcon = 20;
constexpr int kLinkPadding = 7; ///< of a link button, with its edge: its text stands below other texts
constexpr int kLineGap = 10;

/// The program's mark, or one of its icons, as part of a page.
class Emblem : public QWidget {
public:
    Emblem(int side, std::function<void(QPainter&, QRectF)> paint, QWidget* parent)
        : QWidget(parent)
        , m_paint(std::move(paint))
    {
        setFixedSize(side, side);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        m_paint(painter, rect());
    }

private:
    std::function<void(QPainter&, QRectF)> m_paint;
};

} // namespace

StartPage::StartPage(
    RecentFiles& recent, signing::KeyWatch& keys, environment::SelfCheckModel& selfCheck, QWidget* parent)
    : QWidget(parent)
    , m_recent(recent)
    , m_keys(keys)
    , m_selfCheck(selfCheck)
{
    auto* column = new QWidget;
    column->setMaximumWidth(kColumnWidth);

    auto* head = new QHBoxLayout;
    head->setSpacing(14);
    head->addWidget(new Emblem(44, style::paintApplicationMark, column));
    auto* titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(style::headline(tr("BidSeal"), 1.8, column));
    titles->addWidget(style::quietText(tr("Seals and signs bid documents"), column));
    head->addLayout(titles, 1);

    m_notice = new style::Notice(style::Notice::Shape::Card, column);
    m_notice->setObjectName(u"startNotice"_s);
    auto* dropArea = new DropArea(column);

    m_recentArea = new QWidget(column);
    auto* recentLayout = new QVBoxLayout(m_recentArea);
    recentLayout->setContentsMargins({});
    recentLayout->setSpacing(style::kSmallGap);
    recentLayout->addWidget(style::headline(tr("Opened recently"), 1.0, m_recentArea));
    m_recentRows = new QVBoxLayout;
    m_recentRows->setSpacing(0);
    recentLayout->addLayout(m_recentRows);

    auto* keyLine = new QHBoxLayout;
    keyLine->setSpacing(kLineGap);
    keyLine->addWidget(new Emblem(
        kLineIcon,
        [](QPainter& painter, const QRectF& place) {
            style::paintGlyph(painter, style::Glyph::Key, place, style::colours().quietText);
        },
        column));
    m_keyText = style::quietText({}, column);
    m_keyText->setObjectName(u"keyText"_s);
    keyLine->addWidget(m_keyText, 1);

    auto* lines = new QVBoxLayout;
    lines->setSpacing(style::kSmallGap);
    lines->addLayout(buildFitnessLine(column));
    lines->addLayout(keyLine);

    auto* rows = new QVBoxLayout(column);
    rows->setContentsMargins(style::kWideMargin, style::kWideMargin, style::kWideMargin, style::kWideMargin);
    rows->setSpacing(20);
    rows->addStretch(2);
    rows->addLayout(head);
    rows->addWidget(m_notice);
    rows->addWidget(dropArea);
    rows->addWidget(m_recentArea);
    rows->addLayout(lines);
    rows->addStretch(3);

    auto* centred = new QWidget;
    auto* centring = new QHBoxLayout(centred);
    centring->setContentsMargins({});
    centring->addStretch();
    centring->addWidget(column, 100);
    centring->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("Start"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(centred);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(scroll);

    connect(dropArea, &DropArea::openPressed, this, &StartPage::openDialogRequested);
    connect(
        dropArea, &DropArea::dropped, this, [this](const QStringList& paths) { Q_EMIT openRequested(paths.first()); });
    connect(&m_recent, &RecentFiles::changed, this, &StartPage::showRecent);
    connect(&m_keys, &signing::KeyWatch::changed, this, &StartPage::showKeys);
    connect(&m_selfCheck, &environment::SelfCheckModel::changed, this, &StartPage::showFitness);
    connect(m_fitness, &QPushButton::clicked, this, &StartPage::selfCheckRequested);
    showRecent();
    showKeys();
    showFitness();
}

QLayout* StartPage::buildFitnessLine(QWidget* column)
{
    m_shield = new Emblem(
        kLineIcon,
        [this](QPainter& painter, const QRectF& place) {
            const auto sign = environment::signFor(m_selfCheck.state());
            style::paintGlyph(painter, sign.glyph, place, sign.colour);
        },
        column);
    m_fitness = style::linkButton({}, column);
    m_fitness->setObjectName(u"fitness"_s);
    m_fitness->setToolTip(tr("Open the security self-check"));
    auto* line = new QHBoxLayout;
    line->setSpacing(kLineGap - kLinkPadding);
    line->addWidget(m_shield);
    line->addWidget(m_fitness);
    line->addStretch();
    return line;
}

void StartPage::showFitness()
{
    m_fitness->setText(environment::sentenceFor(m_selfCheck.state()));
    m_fitness->setAccessibleName(tr("Security self-check: %1").arg(m_fitness->text()));
    m_shield->update();
}

void StartPage::showRecent()
{
    while (QLayoutItem* item = m_recentRows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto& entry : m_recent.entries()) {
        auto* row = new RecentRow(entry, m_recentArea);
        m_recentRows->addWidget(row);
        connect(row, &QPushButton::clicked, this, [this, path = entry.path] { Q_EMIT openRequested(path); });
    }
    m_recentArea->setVisible(!m_recent.entries().isEmpty());
}

void StartPage::showKeys()
{
    QStringList names;
    for (const auto& key : m_keys.keys())
        if (!key.key.certificate || key.key.certificate->purpose() != certificate::Purpose::Encryption)
            names << key.name();
    names.removeDuplicates();
    if (!names.isEmpty())
        m_keyText->setText(tr("Key plugged in: %1").arg(QLocale().createSeparatedList(names)));
    else if (m_keys.hasLooked())
        m_keyText->setText(tr("No key is plugged in. It is needed only when you sign."));
    else
        m_keyText->setText(tr("Looking for keys…"));
}

} // namespace bidseal::start
