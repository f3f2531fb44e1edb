#include "ui/mobile/RelaysDialog.h"

#include "core/base/Log.h"
#include "ui/style/Notice.h"
#include "ui/style/Widgets.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bidseal::mobile {

RelaysDialog::RelaysDialog(QWidget* parent)
    : QDialog(parent)
    , m_book(RelayBook::load())
{
    setObjectName(u"relaysDialog"_s);
    setWindowTitle(tr("Relays"));
    auto* explanation = style::quietText(tr("A relay carries messages between this computer and your phone. It cannot "
                                            "read them. The platform that you bid on tells you its address."),
        this);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(style::kWideMargin);
    columns->addWidget(buildList());
    columns->addWidget(buildFields(), 1);
    m_notice = new style::Notice(style::Notice::Shape::Card, this);
    m_notice->setObjectName(u"relayNotice"_s);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_use = style::primaryButton(tr("Use this relay"));
    m_use->setObjectName(u"useRelay"_s);
    buttons->addButton(m_use, QDialogButtonBox::AcceptRole);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::kWideMargin, style::kWideMargin, style::kWideMargin, style::kMargin);
    layout->setSpacing(style::kMargin);
    layout->addWidget(explanation);
    layout->addLayout(columns, 1);
    layout->addWidget(m_notice);
    layout->addWidget(buttons);
    m_use->setDefault(true); // known to the dialog only now
    connect(buttons, &QDialogButtonBox::accepted, this, &RelaysDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connectParts();

    const Relay* chosen = m_book.chosen();
    for (const Relay& relay : m_book.relays()) {
        m_rows.push_back(
            { relay.name, QString::fromLatin1(relay.address.origin.ascii()), relay.address.caFile, relay.source });
        m_list->addItem(titleOf(m_rows.back()));
        if (&relay == chosen)
            m_list->setCurrentRow(m_list->count() - 1);
    }
    if (m_rows.empty())
        add();
    resize(660, 470);
}

QWidget* RelaysDialog::buildList()
{
    auto* column = new QWidget(this);
    m_list = new QListWidget(column);
    m_list->setObjectName(u"relayList"_s);
    m_list->setAccessibleName(tr("Relays"));
    m_list->setProperty("card", true);
    m_list->setTextElideMode(Qt::ElideRight);
    auto* add = style::linkButton(tr("Add"), column);
    add->setObjectName(u"addRelay"_s);
    add->setIcon(style::icon(style::Glyph::Plus));
    m_remove = style::linkButton(tr("Remove"), column);
    m_remove->setObjectName(u"removeRelay"_s);
    m_remove->setIcon(style::icon(style::Glyph::Delete));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(style::kSmallGap);
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    layout->setSpacing(style::kGap);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    column->setFixedWidth(200);
    connect(add, &QPushButton::clicked, this, &RelaysDialog::add);
    return column;
}

QWidget* RelaysDialog::buildFields()
{
    auto* column = new QWidget(this);
    m_name = new QLineEdit(column);
    m_name->setObjectName(u"relayName"_s);
    m_name->setAccessibleName(tr("Name"));
    m_name->setMaxLength(60);
    m_name->setPlaceholderText(tr("such as the platform's name"));
    m_address = new QLineEdit(column);
    m_address->setObjectName(u"relayAddress"_s);
    m_address->setAccessibleName(tr("Address"));
    m_address->setPlaceholderText(u"https://relay.example.com"_s);
    m_caFile = new QLineEdit(column);
    m_caFile->setObjectName(u"relayCa"_s);
    m_caFile->setAccessibleName(tr("Authority's certificate"));
    m_caFile->setPlaceholderText(tr("the system's authorities"));
    m_browse = style::pushButton(tr("Choose…"), column);
    m_browse->setAccessibleName(tr("Choose the authority's certificate"));
    m_hint = style::quietText({}, column);
    m_testButton = style::pushButton(tr("Test"), column);
    m_testButton->setObjectName(u"testRelay"_s);
    auto* caRow = new QHBoxLayout;
    caRow->setSpacing(style::kGap);
    caRow->addWidget(m_caFile, 1);
    caRow->addWidget(m_browse);
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(6);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Address"), m_address);
    auto* caLabel = new QLabel(tr("Authority's &certificate (PEM), only where the platform gives one"), column);
    caLabel->setBuddy(m_caFile);
    form->addRow(caLabel, caRow);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    layout->setSpacing(style::kGap);
    layout->addLayout(form);
    layout->addWidget(m_hint);
    layout->addWidget(m_testButton, 0, Qt::AlignLeft);
    layout->addStretch();
    return column;
}

void RelaysDialog::connectParts()
{
    connect(m_list, &QListWidget::currentRowChanged, this, &RelaysDialog::showRow);
    connect(m_remove, &QPushButton::clicked, this, &RelaysDialog::remove);
    connect(m_browse, &QPushButton::clicked, this, &RelaysDialog::chooseCaFile);
    connect(m_testButton, &QPushButton::clicked, this, &RelaysDialog::test);
    for (QLineEdit* field : { m_name, m_address, m_caFile })
        connect(field, &QLineEdit::textChanged, this, &RelaysDialog::takeFields);
}

int RelaysDialog::current() const { return m_list->currentRow(); }

QString RelaysDialog::titleOf(const Row& row)
{
    if (!row.name.trimmed().isEmpty())
        return row.name.trimmed();
    const auto origin = relay::Origin::parse(row.address.trimmed());
    return origin ? origin->shown() : tr("New relay");
}

Result<Relay> RelaysDialog::relayOf(const Row& row)
{
    const auto origin = relay::Origin::parse(row.address.trimmed());
    if (!origin)
        return failure(origin.error());
    return Relay { row.name.trimmed(), { *origin, row.caFile.trimmed() }, row.source };
}

void RelaysDialog::add()
{
    m_rows.push_back({});
    m_list->addItem(titleOf(m_rows.back()));
    m_list->setCurrentRow(m_list->count() - 1);
    m_name->setFocus();
}

void RelaysDialog::remove()
{
    const int row = current();
    m_rows.erase(m_rows.begin() + row);
    delete m_list->takeItem(row);
    if (m_rows.empty())
        return add();
    showRow();
    m_list->setFocus();
}

void RelaysDialog::showRow()
{
    m_test.requestStop();
    m_notice->clear();
    m_testButton->setEnabled(true);
    if (current() < 0 || current() >= static_cast<int>(m_rows.size()))
        return;
    const Row& row = m_rows[static_cast<std::size_t>(current())];
    const bool own = row.source == Relay::Source::Own;
    m_filling = true;
    m_name->setText(row.name);
    m_address->setText(row.address);
    m_caFile->setText(row.caFile);
    m_filling = false;
    for (QWidget* field : std::initializer_list<QWidget*> { m_name, m_address, m_caFile, m_browse, m_remove })
        field->setEnabled(own);
    m_hint->setText(own ? QString() : tr("Installed with the program; it cannot be changed here."));
    m_hint->setVisible(!own);
    m_use->setEnabled(!row.address.trimmed().isEmpty());
    m_testButton->setEnabled(m_use->isEnabled());
}

void RelaysDialog::takeFields()
{
    if (m_filling || current() < 0)
        return;
    m_test.requestStop();
    m_notice->clear();
    Row& row = m_rows[static_cast<std::size_t>(current())];
    row.name = m_name->text();
    row.address = m_address->text();
    row.caFile = m_caFile->text();
    m_list->currentItem()->setText(titleOf(row));
    m_use->setEnabled(!row.address.trimmed().isEmpty());
    m_testButton->setEnabled(m_use->isEnabled());
}

void RelaysDialog::chooseCaFile()
{
    auto* dialog = new QFileDialog(
        this, tr("Choose the authority's certificate"), {}, tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_caFile, &QLineEdit::setText);
    dialog->open();
}

void RelaysDialog::test()
{
    auto relay = relayOf(m_rows[static_cast<std::size_t>(current())]);
    if (!relay)
        return m_notice->show(style::noticeFor(relay.error()));
    m_testButton->setEnabled(false);
    m_notice->show(
        { style::Tone::Neutral, tr("Asking %1…").arg(relay->address.origin.shown()), {}, {} }, style::Glyph::Clock);
    m_test = tasks::BackgroundTask::run(
        this, [address = relay->address](std::stop_token stop) { return relay::RelayClient(address).check(stop); },
        [this, tested = m_address->text()](const Status& works) {
            if (tested == m_address->text()) // otherwise another relay stands in the fields by now
                showTested(works);
        });
}

void RelaysDialog::showTested(const Status& works)
{
    if (!works && works.error().code == ErrorCode::Cancelled)
        return;
    m_testButton->setEnabled(true);
    if (!works) {
        qCInfo(logUi).noquote() << "relay tested:" << logText(works.error());
        return m_notice->show(style::noticeFor(works.error()));
    }
    m_notice->show({ style::Tone::Good, tr("The relay answers, and its certificate is trusted."), {}, {} });
}

void RelaysDialog::accept()
{
    std::vector<Relay> own;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const auto& row = m_rows[i];
        const bool untouched = row.name.trimmed().isEmpty() && row.address.trimmed().isEmpty();
        if (row.source == Relay::Source::Preset || untouched)
            continue;
        auto relay = relayOf(row);
        if (!relay) {
            m_list->setCurrentRow(static_cast<int>(i));
            m_notice->show(style::noticeFor(relay.error()));
            return m_address->setFocus();
        }
        own.push_back(std::move(*relay));
    }
    const auto used = relayOf(m_rows[static_cast<std::size_t>(current())]);
    if (!used)
        return m_address->setFocus();
    m_book.setOwn(std::move(own));
    m_book.choose(used->address.origin);
    Q_EMIT relayChosen();
    QDialog::accept();
}

} // namespace bidseal::mobile
