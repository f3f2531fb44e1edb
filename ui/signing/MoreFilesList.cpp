#include "ui/signing/MoreFilesList.h"

#include "ui/signing/MoreFiles.h"
#include "ui/style/Icons.h"
#include "ui/style/TwoLineDelegate.h"
#include "ui/style/Widgets.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::signing {

namespace {

constexpr auto kFolderSetting = "signing/moreFilesFolder"_L1;
constexpr int kMostRows = 5; ///< in sight

class FileDelegate : public style::TwoLineDelegate {
public:
    using TwoLineDelegate::TwoLineDelegate;

protected:
    Lines lines(const QModelIndex& index) const override
    {
        Lines lines { index.data(Qt::DisplayRole).toString(), index.data(MoreFiles::DetailRole).toString() };
        switch (static_cast<MoreFiles::State>(index.data(MoreFiles::StateRole).toInt())) {
        case MoreFiles::State::Checking:
            lines.glyph = style::Glyph::Clock;
            break;
        case MoreFiles::State::Ready:
            lines.glyph = style::Glyph::Document;
            break;
        case MoreFiles::State::Unfit:
            lines.glyph = style::Glyph::Bad;
            lines.tone = style::Tone::Bad;
            break;
        }
        return lines;
    }
};

} // namespace

MoreFilesList::MoreFilesList(MoreFiles& files, QWidget* parent)
    : QWidget(parent)
    , m_files(files)
{
    m_first = style::linkButton(tr("Sign more files with the same seals…"), this);
    m_first->setObjectName(u"moreFiles"_s);
    m_first->setIcon(style::icon(style::Glyph::Files));
    m_title = style::plainText({}, this);
    m_title->setObjectName(u"moreFilesTitle"_s);
    m_problem = style::plainText({}, this);
    m_problem->setObjectName(u"moreFilesProblem"_s);
    m_list = new QListView(this);
    m_list->setObjectName(u"moreFilesList"_s);
    m_list->setAccessibleName(tr("More files to be signed"));
    m_list->setProperty("card", true);
    m_list->setModel(&m_files);
    m_list->setItemDelegate(new FileDelegate(m_list));
    m_list->setUniformItemSizes(true); // thousands are as quick as ten
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_add = style::linkButton(tr("Add…"), this);
    m_add->setObjectName(u"addMoreFiles"_s);
    m_add->setIcon(style::icon(style::Glyph::Plus));
    m_remove = style::linkButton(tr("Remove"), this);
    m_remove->setObjectName(u"removeMoreFiles"_s);
    m_remove->setIcon(style::icon(style::Glyph::Delete));
    m_removeUnfit = style::linkButton({}, this);
    m_removeUnfit->setObjectName(u"removeUnfitFiles"_s);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(style::kSmallGap);
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addWidget(m_removeUnfit);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(style::kSmallGap);
    layout->addWidget(m_first, 0, Qt::AlignLeft);
    layout->addWidget(m_title);
    layout->addWidget(m_list);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);

    connect(m_first, &QPushButton::clicked, this, &MoreFilesList::chooseFiles);
    connect(m_add, &QPushButton::clicked, this, &MoreFilesList::chooseFiles);
    connect(m_remove, &QPushButton::clicked, this, &MoreFilesList::removeSelected);
    connect(m_removeUnfit, &QPushButton::clicked, &m_files, &MoreFiles::removeUnfit);
    auto* removeKey = new QShortcut(QKeySequence::Delete, m_list, nullptr, nullptr, Qt::WidgetShortcut);
    connect(removeKey, &QShortcut::activated, this, &MoreFilesList::removeSelected);
    connect(&m_files, &MoreFiles::changed, this, &MoreFilesList::refresh);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MoreFilesList::refresh);
    setFocusProxy(m_list);
    refresh();
}

void MoreFilesList::chooseFiles()
{
    auto* dialog = new QFileDialog(window(), tr("Choose more files to be signed"),
        QSettings().value(kFolderSetting).toString(), tr("PDF documents (*.pdf)"));
    dialog->setObjectName(u"moreFilesDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        if (!paths.isEmpty())
            QSettings().setValue(kFolderSetting, QFileInfo(paths.first()).absolutePath());
        m_files.add(paths);
    });
    dialog->open();
}

void MoreFilesList::refresh()
{
    const int count = m_files.rowCount();
    const int unfit = m_files.unfitCount();
    const bool any = count > 0;
    m_first->setVisible(!any);
    for (QWidget* part : std::initializer_list<QWidget*> { m_title, m_list, m_add, m_remove })
        part->setVisible(any);
    m_title->setText(tr("And %n more file(s), the same seals at the same places", nullptr, count));
    const int row = any ? m_list->sizeHintForRow(0) : 0;
    m_list->setFixedHeight(row * std::clamp(count, 1, kMostRows) + 2 * m_list->frameWidth() + 2);
    m_remove->setEnabled(m_list->selectionModel()->hasSelection());
    m_removeUnfit->setVisible(unfit > 0);
    m_removeUnfit->setText(tr("Remove what cannot be signed (%1)").arg(unfit));
    auto palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, style::colours().bad.text);
    m_problem->setPalette(palette);
    m_problem->setVisible(unfit > 0);
    m_problem->setText(tr("%n file(s) cannot be signed so and must be removed first.", nullptr, unfit));
}

void MoreFilesList::removeSelected()
{
    QList<int> rows;
    for (const auto& index : m_list->selectionModel()->selectedRows())
        rows << index.row();
    m_files.remove(rows);
    if (m_files.isEmpty())
        m_first->setFocus();
}

} // namespace bidseal::signing
