#include "ui/mobile/SecretClipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace bidseal::mobile {

void copySecretly(const QString& text)
{
    auto* data = new QMimeData;
    data->setText(text);
    // Klipper's word, which other histories on Linux have taken over.
    data->setData(u"x-kde-passwordManagerHint"_s, "secret");
#ifdef Q_OS_WIN
    // Microsoft Learn, Clipboard Formats: "Cloud Clipboard and Clipboard History Formats".
    const auto windows = [&](const QString& format, const QByteArray& value) {
        data->setData(u"application/x-qt-windows-mime;value=\"%1\""_s.arg(format), value);
    };
    windows(u"ExcludeClipboardContentFromMonitorProcessing"_s, QByteArray(4, '\0'));
    windows(u"CanIncludeInClipboardHistory"_s, QByteArray(4, '\0'));
    windows(u"CanUploadToCloudClipboard"_s, QByteArray(4, '\0'));
#endif
    QGuiApplication::clipboard()->setMimeData(data);
}

void forgetCopied(const QString& text)
{
    auto* clipboard = QGuiApplication::clipboard();
    if (!text.isEmpty() && clipboard->text() == text)
        clipboard->clear();
}

} // namespace bidseal::mobile
