#include "ui/plan/ChecklistChoices.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace bidseal::plan {

namespace {

constexpr auto kSetting = QLatin1StringView("checklists");
constexpr qsizetype kMost = 100;

/// What its line begins with.
QString keyOf(const QString& document)
{
    const QByteArray path = QFileInfo(document).absoluteFilePath().toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex()) + u' ';
}

} // namespace

QString ChecklistChoices::of(const QString& document)
{
    const QString key = keyOf(document);
    for (const QString& line : QSettings().value(kSetting).toStringList()) {
        if (line.startsWith(key))
            return line.mid(key.size());
    }
    return {};
}

void ChecklistChoices::set(const QString& document, const QString& choice)
{
    const QString key = keyOf(document);
    QStringList lines = QSettings().value(kSetting).toStringList();
    lines.removeIf([&key](const QString& line) { return line.startsWith(key); });
    if (!choice.isEmpty())
        lines.prepend(key + choice);
    QSettings().setValue(kSetting, QStringList(lines.mid(0, kMost)));
}

} // namespace bidseal::plan
