#include "ui/signing/DriverFile.h"

#include "core/base/platform/DriverLibrary.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace bidseal::signing {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(DriverFile)
};

} // namespace

void chooseDriverFile(QWidget* widget, std::function<void(const QString&)> chosen)
{
    const auto filter = Words::tr("Drivers (%1)").arg(platform::driverFilePatterns().join(u' '));
    auto* dialog = new QFileDialog(widget->window(), Words::tr("Choose the UKey's driver (PKCS#11)"), {}, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, widget,
        [chosen = std::move(chosen)](const QString& path) { chosen(QFileInfo(path).absoluteFilePath()); });
    dialog->open();
}

} // namespace bidseal::signing
