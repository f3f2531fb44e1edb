#pragma once

#include <QFile>
#include <QString>

/// The first ```json block of a page of docs/.
inline QByteArray documentedExample(const QString& page)
{
    QFile file(QStringLiteral(BIDSEAL_SOURCE_DIR "/docs/") + page);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    const auto begin = text.indexOf("```json\n") + 8;
    return text.mid(begin, text.indexOf("```", begin) - begin);
}

/// Whether a page of docs/ has a row for a member: "| `name`".
inline bool documents(const QString& page, const QString& member)
{
    QFile file(QStringLiteral(BIDSEAL_SOURCE_DIR "/docs/") + page);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const auto lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    const QString name = QStringLiteral("`%1`").arg(member);
    for (const auto& line : lines) {
        if ((line.startsWith(QLatin1String("| ")) && line.section(QStringLiteral(" | "), 0, 0).contains(name))
            || line.startsWith(QStringLiteral("**") + name) || line.startsWith(QStringLiteral("## ") + name))
            return true;
    }
    return false;
}
