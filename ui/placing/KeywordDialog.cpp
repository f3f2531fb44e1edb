#include "ui/placing/KeywordDialog.h"

#include "ui/placing/PagePreview.h"
#include "ui/placing/PageSetField.h"
#include "ui/style/Notice.h"
#include "ui/style/Widgets.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSettings>
#include <QSpinBox>

namespace bidseal::placing {

using namespace Qt::StringLiterals;

namespace {

constexpr double kFurthestMm = 500;
constexpr int kLongestText = 120;

} // namespace

KeywordDialog::KeywordDialog(
    const seal::Seal& seal, document::DocumentSession& session, std::shared_ptr<SharedPaper> paper, QWidget* parent)
    : PlacingDialog(seal, session, std::move(paper), parent)
{
    setObjectName("keywordDialog"_L1);
    m_text = new QLineEdit;
    m_text->setObjectName("keyword"_L1);
    m_text->setAccessibleName(tr("Text"));
    m_text->setMaxLength(kLongestText);
    m_text->setPlaceholderText(tr("for example 投标人（盖章）"));
    form().addRow(tr("&Text"), m_text);
    m_which = style::comboBox();
    m_which->setObjectName("whichHit"_L1);
    m_which->setAccessibleName(tr("Where it is found"));
    m_which->addItem(tr("Everywhere it is found"), static_cast<int>(Which::Every));
    m_which->addItem(tr("Where it is found first"), static_cast<int>(Which::First));
    m_which->addItem(tr("Where it is found last"), static_cast<int>(Which::Last));
    m_which->addItem(tr("One of the places"), static_cast<int>(Which::Numbered));
    form().addRow(tr("&Where"), m_which);
    m_number = new QSpinBox;
    m_number->setObjectName("hitNumber"_L1);
    m_number->setAccessibleName(tr("Which of the places"));
    m_number->setRange(1, 9999);
    m_number->setButtonSymbols(QAbstractSpinBox::NoButtons);
    //: Before the number of a place where a text was found
    m_number->setPrefix(tr("number "));
    form().addRow(m_number);
    m_right = addMm(u"rightMm"_s, tr("Moved to the &right by (negative: left)"), -kFurthestMm, kFurthestMm);
    m_down = addMm(u"downMm"_s, tr("Moved &down by (negative: up)"), -kFurthestMm, kFurthestMm);
    m_pages = new PageSetField(session.pageCount());
    form().addRow(tr("Searched &pages"), m_pages);
    connect(m_text, &QLineEdit::textChanged, this, &KeywordDialog::ruleChanged);
    connect(m_which, &QComboBox::currentIndexChanged, this, &KeywordDialog::whichChosen);
    connect(m_number, &QSpinBox::valueChanged, this, &KeywordDialog::ruleChanged);
    connect(m_pages, &PageSetField::changed, this, &KeywordDialog::ruleChanged);
    m_preview = new PagePreview(session);
    connect(m_preview, &PagePreview::wentTo, this, &KeywordDialog::lookedAt);
    recall();
    build(tr("Place at a text"),
        tr("Puts the middle of %1 on the middle of a text, wherever it stands in the document.").arg(seal.name),
        m_preview);
    m_text->setFocus();
    m_text->selectAll();
}

void KeywordDialog::recall()
{
    QSettings settings;
    settings.beginGroup(settingsGroup());
    m_text->setText(settings.value("text"_L1).toString().left(kLongestText));
    m_which->setCurrentIndex(std::max(0, m_which->findData(settings.value("which"_L1))));
    m_number->setValue(settings.value("number"_L1, 1).toInt());
    m_right->setValue(settings.value("right"_L1, 0).toDouble());
    m_down->setValue(settings.value("down"_L1, 0).toDouble());
    m_pages->setText(settings.value("pages"_L1, u"all"_s).toString());
    whichChosen();
}

void KeywordDialog::remember(QSettings& settings) const
{
    settings.setValue("text"_L1, m_text->text());
    settings.setValue("which"_L1, m_which->currentData());
    settings.setValue("number"_L1, m_number->value());
    settings.setValue("right"_L1, m_right->value());
    settings.setValue("down"_L1, m_down->value());
    settings.setValue("pages"_L1, m_pages->text());
}

KeywordDialog::Which KeywordDialog::which() const { return static_cast<Which>(m_which->currentData().toInt()); }

int KeywordDialog::nth() const
{
    switch (which()) {
    case Which::Every:
        return 0;
    case Which::First:
        return 1;
    case Which::Last:
        return -1;
    case Which::Numbered:
        break;
    }
    return m_number->value();
}

void KeywordDialog::whichChosen()
{
    m_number->setVisible(which() == Which::Numbered);
    ruleChanged();
}

std::optional<plan::Rule> KeywordDialog::rule() const
{
    const auto pages = m_pages->pages();
    const QString text = m_text->text().trimmed();
    if (!pages || text.isEmpty())
        return std::nullopt;
    return plan::AtKeyword { text, nth(), QPointF(m_right->value(), m_down->value()), *pages };
}

QString KeywordDialog::missing() const
{
    const QString problem = m_pages->problem();
    return problem.isEmpty() ? tr("Type a text as it stands in the document. Pages that are pictures have none.")
                             : problem;
}

QString KeywordDialog::countText(const Outcome& outcome) const
{
    const auto number = [](int count) { return QLocale().toString(count); };
    return tr("Found: %1 · pages: %2 · seals: %3")
        .arg(number(outcome.hits), number(outcome.hitPages), number(static_cast<int>(outcome.placed->marks.size())));
}

style::NoticeText KeywordDialog::problem(const Outcome& outcome) const
{
    if (outcome.placed.error().code != ErrorCode::KeywordNotFound)
        return PlacingDialog::problem(outcome);
    if (outcome.hits > 0)
        return { style::Tone::Caution, tr("It is found %n time(s) only.", nullptr, outcome.hits),
            tr("Choose a smaller number."), {} };
    return { style::Tone::Caution, tr("“%1” is not on these pages.").arg(m_text->text().trimmed()),
        tr("Compare it with the document letter by letter, search all pages, or place the seal by hand. A scanned page "
           "is a picture and has no text."),
        {} };
}

void KeywordDialog::showPlaced(const plan::Placed* placed)
{
    m_preview->showMarks(placed ? placed->marks : std::vector<seal::PlacedSeal>());
}

} // namespace bidseal::placing
