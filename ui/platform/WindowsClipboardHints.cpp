#include "ui/platform/ClipboardHints.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

/// Microsoft Learn, Clipboard Formats: "Cloud Clipboard and Clipboard History Formats".
void askHistoriesNotToKeep(QMimeData& data)
{
    for (const auto& format : { u"ExcludeClipboardContentFromMonitorProcessing"_s, u"CanIncludeInClipboardHistory"_s,
             u"CanUploadToCloudClipboard"_s })
        data.setData(u"application/x-qt-windows-mime;value=\"%1\""_s.arg(format), QByteArray(4, '\0'));
}

} // namespace bidseal::platform
