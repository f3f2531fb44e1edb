#include "core/plan/RuleJson.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace bidseal::plan {

namespace {

// Wider than any page: PDF's largest is 5 m, or as much more as its unit is larger.
constexpr double kFarMm = 1e6;
constexpr double kMostDegrees = 3600;
constexpr qint64 kMostPages = 1'000'000;
constexpr qint64 kLargestSeed = std::numeric_limits<quint32>::max();

constexpr Word<Corner> kCorners[] = {
    { Corner::TopLeft, "top-left"_L1 },
    { Corner::TopRight, "top-right"_L1 },
    { Corner::BottomLeft, "bottom-left"_L1 },
    { Corner::BottomRight, "bottom-right"_L1 },
};
constexpr Word<Edge> kEdges[] = {
    { Edge::Left, "left"_L1 },
    { Edge::Right, "right"_L1 },
    { Edge::Top, "top"_L1 },
    { Edge::Bottom, "bottom"_L1 },
};
constexpr Word<Sides> kSides[] = {
    { Sides::Simplex, "simplex"_L1 },
    { Sides::Duplex, "duplex"_L1 },
};
constexpr Word<Cut> kCuts[] = {
    { Cut::Equal, "equal"_L1 },
    { Cut::Random, "random"_L1 },
};

const QString& onPagesName()
{
    static const QString name = u"onPages"_s;
    return name;
}
const QString& atKeywordName()
{
    static const QString name = u"atKeyword"_s;
    return name;
}
const QString& alongSeamName()
{
    static const QString name = u"alongSeam"_s;
    return name;
}
const QString& inFieldName()
{
    static const QString name = u"inField"_s;
    return name;
}

OnPages readOnPages(StrictObject object)
{
    object.require(u"xMm"_s);
    object.require(u"yMm"_s);
    OnPages rule;
    rule.pages = readPages(object);
    rule.corner = object.word(u"corner"_s, kCorners, Corner::TopLeft);
    rule.centreMm = { object.number(u"xMm"_s, 0, 0, kFarMm), object.number(u"yMm"_s, 0, 0, kFarMm) };
    rule.rotationDegrees = object.number(u"rotationDegrees"_s, 0, -kMostDegrees, kMostDegrees);
    object.end();
    return rule;
}

AtKeyword readAtKeyword(StrictObject object)
{
    AtKeyword rule;
    rule.text = object.text(u"text"_s);
    if (rule.text.trimmed().isEmpty())
        object.complain(u"text"_s, u"is missing"_s);
    rule.nth = static_cast<int>(object.whole(u"nth"_s, 0, -kMostPages, kMostPages));
    rule.offsetMm = { object.number(u"rightMm"_s, 0, -kFarMm, kFarMm), object.number(u"downMm"_s, 0, -kFarMm, kFarMm) };
    rule.pages = readPages(object);
    object.end();
    return rule;
}

AlongSeam readAlongSeam(StrictObject object)
{
    AlongSeam rule;
    rule.edge = object.word(u"edge"_s, kEdges, Edge::Right);
    rule.pages = readPages(object);
    rule.sides = object.word(u"sides"_s, kSides, Sides::Simplex);
    rule.pagesPerSeal = static_cast<int>(object.whole(u"pagesPerSeal"_s, 0, 0, kMostPages));
    rule.cut = object.word(u"cut"_s, kCuts, Cut::Equal);
    rule.seed = static_cast<unsigned>(object.whole(u"seed"_s, 0, 0, kLargestSeed));
    rule.offsetMm = object.number(u"offsetMm"_s, 0, -kFarMm, kFarMm);
    object.end();
    return rule;
}

InField readInField(StrictObject object)
{
    InField rule { object.text(u"name"_s) };
    if (rule.name.isEmpty())
        object.complain(u"name"_s, u"is missing"_s);
    object.end();
    return rule;
}

struct WriteRule {
    using Written = std::pair<QString, QJsonObject>;

    Written operator()(const OnPages& rule) const
    {
        return { onPagesName(),
            { { u"pages"_s, rule.pages.text() }, { u"corner"_s, nameOf(rule.corner, kCorners) },
                { u"xMm"_s, rule.centreMm.x() }, { u"yMm"_s, rule.centreMm.y() },
                { u"rotationDegrees"_s, rule.rotationDegrees } } };
    }
    Written operator()(const AtKeyword& rule) const
    {
        return { atKeywordName(),
            { { u"text"_s, rule.text }, { u"nth"_s, rule.nth }, { u"rightMm"_s, rule.offsetMm.x() },
                { u"downMm"_s, rule.offsetMm.y() }, { u"pages"_s, rule.pages.text() } } };
    }
    Written operator()(const AlongSeam& rule) const
    {
        return { alongSeamName(),
            { { u"edge"_s, nameOf(rule.edge, kEdges) }, { u"pages"_s, rule.pages.text() },
                { u"sides"_s, nameOf(rule.sides, kSides) }, { u"pagesPerSeal"_s, rule.pagesPerSeal },
                { u"cut"_s, nameOf(rule.cut, kCuts) }, { u"seed"_s, static_cast<qint64>(rule.seed) },
                { u"offsetMm"_s, rule.offsetMm } } };
    }
    Written operator()(const InField& rule) const { return { inFieldName(), { { u"name"_s, rule.name } } }; }
};

} // namespace

seal::Kind readKind(StrictObject& object, const QString& name, const QString& kind)
{
    const auto known = seal::kindNamed(kind);
    if (seal::kindName(known) == kind)
        return known;
    QStringList names;
    for (const auto each : seal::allKinds())
        names += seal::kindName(each);
    object.complain(name, u"is one of "_s + names.join(u", "_s));
    return seal::Kind::Other;
}

PageSet readPages(StrictObject& object)
{
    const QString name = u"pages"_s;
    if (!object.has(name))
        return {};
    const auto pages = PageSet::parse(object.text(name));
    if (pages)
        return *pages;
    object.complain(name, u"is a set of pages as 1-3,5,8- or odd, even, all"_s);
    return {};
}

Rule readRule(StrictObject& object)
{
    std::vector<Rule> rules;
    if (object.has(onPagesName()))
        rules.emplace_back(readOnPages(object.object(onPagesName())));
    if (object.has(atKeywordName()))
        rules.emplace_back(readAtKeyword(object.object(atKeywordName())));
    if (object.has(alongSeamName()))
        rules.emplace_back(readAlongSeam(object.object(alongSeamName())));
    if (object.has(inFieldName()))
        rules.emplace_back(readInField(object.object(inFieldName())));
    if (rules.size() != 1)
        object.complain(u"rule"_s, u"is exactly one of onPages, atKeyword, alongSeam, inField"_s);
    return rules.empty() ? Rule() : rules.front();
}

std::pair<QString, QJsonObject> ruleJson(const Rule& rule) { return std::visit(WriteRule {}, rule); }

} // namespace bidseal::plan
