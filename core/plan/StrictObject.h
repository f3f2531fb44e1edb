#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace bidseal::plan {

/// A name by which files know a value.
template <class Value> struct Word {
    Value value;
    QLatin1StringView name;
};

template <class Value, std::size_t count> QString nameOf(Value value, const Word<Value> (&words)[count])
{
    for (const auto& word : words) {
        if (word.value == value)
            return word.name;
    }
    Q_UNREACHABLE();
}

/// A JSON object that is read member by member. What is wrong with it, a member that nobody asked for included, goes to
/// one place for the whole file, which keeps the first such finding: a misspelt member would otherwise be a rule that
/// nobody follows.
class StrictObject {
public:
    /// `where`: how the object is called in a finding: "entries[3].seal". `problem`: empty where nothing is wrong.
    StrictObject(const QJsonObject& object, const QString& where, QString& problem);

    [[nodiscard]] bool has(const QString& name) const { return m_object.contains(name); }
    void require(const QString& name);

    [[nodiscard]] QString text(const QString& name);
    [[nodiscard]] double number(const QString& name, double fallback, double smallest, double largest);
    [[nodiscard]] qint64 whole(const QString& name, qint64 fallback, qint64 smallest, qint64 largest);
    [[nodiscard]] bool flag(const QString& name);
    [[nodiscard]] QJsonValue value(const QString& name);
    /// Empty where there is none; what it holds is read strictly too.
    [[nodiscard]] StrictObject object(const QString& name);
    [[nodiscard]] std::vector<StrictObject> objects(const QString& name, qsizetype most);
    [[nodiscard]] QStringList texts(const QString& name, qsizetype most);

    template <class Value, std::size_t count>
    [[nodiscard]] Value word(const QString& name, const Word<Value> (&words)[count], Value fallback)
    {
        const QString given = text(name);
        QStringList names;
        for (const auto& word : words) {
            if (given == word.name)
                return word.value;
            names += word.name;
        }
        if (has(name))
            complain(name, QStringLiteral("is one of ") + names.join(QStringLiteral(", ")));
        return fallback;
    }

    void complain(const QString& name, const QString& problem);
    /// Nothing more will be asked for.
    void end();

private:
    QJsonObject m_object;
    QString m_where;
    QString* m_problem;
    QStringList m_asked;
};

} // namespace bidseal::plan
