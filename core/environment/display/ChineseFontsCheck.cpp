#include "core/environment/display/ChineseFontsCheck.h"

#include <QCoreApplication>
#include <QFont>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QJsonArray>
#include <QRawFont>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(DisplayChecks)
};

constexpr qsizetype kFamiliesTold = 5;

bool hasEverySign(const QString& family)
{
    const auto font = QRawFont::fromFont(QFont(family), QFontDatabase::SimplifiedChinese);
    const auto signs = u"公章投标文件签署日期有限责任公司"_s;
    return font.isValid()
        && std::all_of(signs.begin(), signs.end(), [&font](QChar sign) { return font.supportsCharacter(sign); });
}

QStringList usableFamilies()
{
    QStringList usable;
    for (const auto& family : QFontDatabase::families(QFontDatabase::SimplifiedChinese)) {
        if (usable.size() < kFamiliesTold && hasEverySign(family))
            usable.append(family);
    }
    return usable;
}

} // namespace

CheckTraits ChineseFontsCheck::traits() const
{
    return { .id = "chinese-fonts",
        .group = Group::Display,
        .cost = Cost::Slow,
        .isolation = Isolation::OwnProcess,
        .limit = std::chrono::seconds(8) };
}

QString ChineseFontsCheck::title() const { return Words::tr("Chinese fonts"); }

Finding ChineseFontsCheck::measure(const Situation&, const Policy&, const std::stop_token&)
{
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return couldNotTell("no-fonts-known", Words::tr("This program cannot look at fonts here."));
    const auto families = usableFamilies();
    if (families.isEmpty())
        return warning("none", Words::tr("No font for Chinese is installed."))
            .means(Words::tr("Chinese names on seals and in documents appear as empty boxes or not at all."))
            .todo(
                Words::tr("Install a Chinese font: on Debian, UOS and Kylin the package fonts-noto-cjk, on Windows the "
                          "language pack for Simplified Chinese. Then start BidSeal again."));
    return passed("present", Words::tr("Chinese can be drawn, for example with {families}."))
        .with({ u"families"_s, QJsonArray::fromStringList(families) });
}

} // namespace bidseal::environment
