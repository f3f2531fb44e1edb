#include "core/plan/StrictObject.h"

using namespace Qt::StringLiterals;

namespace bidseal::plan {

namespace {

constexpr qsizetype kLongestText = 2000; // UTF-16 units

} // namespace

StrictObject::StrictObject(const QJsonObject& object, const QString& where, QString& problem)
    : m_object(object)
    , m_where(where)
    , m_problem(&problem)
{
}

void StrictObject::complain(const QString& name, const QString& problem)
{
    if (!m_problem->isEmpty())
        return;
    const QString place = m_where.isEmpty() ? name : m_where + u'.' + name;
    *m_problem = u"%1: %2"_s.arg(place.left(200), problem);
}

void StrictObject::require(const QString& name)
{
    if (!has(name))
        complain(name, u"is missing"_s);
}

QJsonValue StrictObject::value(const QString& name)
{
    m_asked += name;
    return m_object.value(name);
}

QString StrictObject::text(const QString& name)
{
    const auto given = value(name);
    if (given.isUndefined())
        return {};
    if (!given.isString() || given.toString().size() > kLongestText)
        complain(name, u"is a text of at most %1 characters"_s.arg(kLongestText));
    return given.toString().left(kLongestText);
}

double StrictObject::number(const QString& name, double fallback, double smallest, double largest)
{
    const auto given = value(name);
    if (given.isUndefined())
        return fallback;
    const double number = given.toDouble();
    if (given.isDouble() && number >= smallest && number <= largest)
        return number;
    complain(name, u"is a number from %1 to %2"_s.arg(smallest).arg(largest));
    return fallback;
}

qint64 StrictObject::whole(const QString& name, qint64 fallback, qint64 smallest, qint64 largest)
{
    const auto given = value(name);
    if (given.isUndefined())
        return fallback;
    // Within these limits a double holds every whole number.
    const double number = given.toDouble();
    const bool isPossible
        = given.isDouble() && number >= static_cast<double>(smallest) && number <= static_cast<double>(largest);
    if (isPossible && static_cast<double>(static_cast<qint64>(number)) == number)
        return static_cast<qint64>(number);
    complain(name, u"is a whole number from %1 to %2"_s.arg(smallest).arg(largest));
    return fallback;
}

bool StrictObject::flag(const QString& name)
{
    const auto given = value(name);
    if (!given.isUndefined() && !given.isBool())
        complain(name, u"is true or false"_s);
    return given.toBool();
}

StrictObject StrictObject::object(const QString& name)
{
    const auto given = value(name);
    if (!given.isUndefined() && !given.isObject())
        complain(name, u"is an object"_s);
    return { given.toObject(), m_where.isEmpty() ? name : m_where + u'.' + name, *m_problem };
}

std::vector<StrictObject> StrictObject::objects(const QString& name, qsizetype most)
{
    const auto given = value(name);
    const auto array = given.toArray();
    if (!given.isArray() || array.size() > most) {
        complain(name, u"is an array of at most %1 objects"_s.arg(most));
        return {};
    }
    std::vector<StrictObject> objects;
    for (const auto& element : array) {
        const QString where = u"%1[%2]"_s.arg(name).arg(static_cast<qsizetype>(objects.size()));
        if (!element.isObject())
            complain(where, u"is an object"_s);
        objects.emplace_back(element.toObject(), m_where.isEmpty() ? where : m_where + u'.' + where, *m_problem);
    }
    return objects;
}

QStringList StrictObject::texts(const QString& name, qsizetype most)
{
    const auto given = value(name);
    if (given.isUndefined())
        return {};
    const auto array = given.toArray();
    QStringList texts;
    for (const auto& element : array) {
        if (element.isString() && texts.size() < most && element.toString().size() <= kLongestText)
            texts += element.toString();
    }
    if (!given.isArray() || texts.size() != array.size())
        complain(name, u"is an array of at most %1 texts"_s.arg(most));
    return texts;
}

void StrictObject::end()
{
    for (const auto& name : m_object.keys()) {
        if (!m_asked.contains(name))
            complain(name, u"is not known"_s);
    }
}

} // namespace bidseal::plan
