#include "ui/mobile/SecretClipboard.h"

#include "ui/platform/ClipboardHints.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace bidseal::mobile {

void copySecretly(const QString& text)
{
    auto* data = new QMimeData;
    data->setText(text);
    platform::askHistoriesNotToKeep(*data);
    QGuiApplication::clipboard()->setMimeData(data);
}

void forgetCopied(const QString& text)
{
    auto* clipboard = QGuiApplication::clipboard();
    if (!text.isEmpty() && clipboard->text() == text)
        clipboard->clear();
}

} // namespace bidseal::mobile
