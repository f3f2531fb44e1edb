#include "ui/environment/Remedies.h"

#include "core/base/Log.h"
#include "core/base/platform/FolderSafety.h"
#include "ui/mobile/RelaysDialog.h"
#include "ui/signing/DriverFile.h"
#include "ui/signing/KeyWatch.h"
#include "ui/tasks/BackgroundTask.h"

#include <QDesktopServices>
#include <QDir>

namespace bidseal::environment {

Remedies::Remedies(signing::KeyWatch& keys, QWidget* page)
    : QObject(page)
    , m_keys(keys)
    , m_page(page)
{
}

void Remedies::carryOut(const QString& checkId, const Remedy& remedy)
{
    switch (remedy.action) {
    case RemedyAction::None:
        return;
    case RemedyAction::OpenLink:
        return openLink(checkId, remedy.link);
    case RemedyAction::MakeFolderPrivate:
        return makePrivate(checkId, remedy.target);
    case RemedyAction::AddDriver:
        return addDriver(checkId);
    case RemedyAction::ChooseRelay:
        return chooseRelay(checkId);
    }
}

void Remedies::openLink(const QString& checkId, const QUrl& link)
{
    if (QDesktopServices::openUrl(link)) {
        m_elsewhere.insert(checkId);
        return;
    }
    Q_EMIT failed({ style::Tone::Caution, tr("This system could not open the page."),
        tr("Open it yourself: %1").arg(link.toString()), {} });
}

void Remedies::cameBack()
{
    if (!m_elsewhere.isEmpty())
        Q_EMIT carriedOut(std::exchange(m_elsewhere, {}).values());
}

void Remedies::makePrivate(const QString& checkId, const QString& folder)
{
    tasks::BackgroundTask::run(
        this, [folder](std::stop_token) { return platform::makeFolderPrivate(folder); },
        [this, checkId, folder](const Status& done) {
            if (done)
                return Q_EMIT carriedOut({ checkId });
            qCWarning(logUi).noquote() << "not made private:" << logText(done.error());
            Q_EMIT failed({ style::Tone::Bad, tr("The folder could not be made private."),
                tr("Only its owner can do that, and not where others keep files. Ask whoever administers this computer "
                   "to "
                   "change who may use %1.")
                    .arg(QDir::toNativeSeparators(folder)),
                {} });
        });
}

void Remedies::addDriver(const QString& checkId)
{
    signing::chooseDriverFile(m_page, [this, checkId](const QString& path) {
        m_keys.addModule(path);
        Q_EMIT driversChanged();
        Q_EMIT carriedOut({ checkId });
    });
}

void Remedies::chooseRelay(const QString& checkId)
{
    auto* dialog = new mobile::RelaysDialog(m_page->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &mobile::RelaysDialog::relayChosen, this, [this, checkId] { Q_EMIT carriedOut({ checkId }); });
    dialog->open();
}

} // namespace bidseal::environment
