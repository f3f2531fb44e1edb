#pragma once

#include <QMimeData>
#include <QStringList>
#include <QUrl>

namespace bidseal::document {

/// The local files among what is dropped; nothing else is taken.
[[nodiscard]] inline QStringList droppedFiles(const QMimeData& data)
{
    QStringList paths;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

} // namespace bidseal::document
