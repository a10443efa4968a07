/* SPDX-License-Identifier: MIT */
/* The words the program writes itself, in each language it knows: as babel's locale files and
   xepersian have them, the calendar's name as CLDR; what stands below that was written for this
   program. In Sorani the names end in ی, which binds the number to them. */
#include "locale/locale.h"

#include <string.h>

struct terms {
    const char *language; /* primary subtag */
    const char *terms[TERM_COUNT];
};

static const struct terms table[] = {
    {"en",
     {[TERM_FIGURE] = "Figure",
      [TERM_TABLE] = "Table",
      [TERM_CONTENTS] = "Contents",
      [TERM_FIGURES] = "Figures",
      [TERM_TABLES] = "Tables",
      [TERM_CONTINUED] = "continued",
      [TERM_UMM_AL_QURA] = "Umm al-Qura",
      [TERM_FINDING] = "Finding",
      [TERM_RECOMMENDATION] = "Recommendation",
      [TERM_FINDINGS] = "Findings",
      [TERM_RECOMMENDATIONS] = "Recommendations",
      [TERM_ANSWERED_BY] = "Recommendations that answer this finding",
      [TERM_ANSWERS] = "Answers",
      [TERM_WHEN] = "When",
      [TERM_PAGE] = "Page",
      [TERM_PAGE_SHORT] = "p.",
      [TERM_PARAGRAPH] = "paragraph",
      [TERM_GLOSSARY] = "Glossary",
      [TERM_DEFINITION] = "Definition",
      [TERM_DRAFT] = "Draft",
      [TERM_EMBARGO] = "Embargoed until {}",
      [TERM_EDITION] = "Edition {}",
      [TERM_PREVAILS] = "If the versions differ, the {} text prevails."}},
    {"ar",
     {[TERM_FIGURE] = "الشكل",
      [TERM_TABLE] = "الجدول",
      [TERM_CONTENTS] = "المحتويات",
      [TERM_FIGURES] = "الأشكال",
      [TERM_TABLES] = "الجداول",
      [TERM_CONTINUED] = "تتمة",
      [TERM_UMM_AL_QURA] = "أم القرى",
      [TERM_FINDING] = "النتيجة",
      [TERM_RECOMMENDATION] = "التوصية",
      [TERM_FINDINGS] = "النتائج",
      [TERM_RECOMMENDATIONS] = "التوصيات",
      [TERM_ANSWERED_BY] = "التوصيات التي تجيب عن هذه النتيجة",
      [TERM_ANSWERS] = "تجيب عن",
      [TERM_WHEN] = "الموعد",
      [TERM_PAGE] = "الصفحة",
      [TERM_PAGE_SHORT] = "ص",
      [TERM_PARAGRAPH] = "الفقرة",
      [TERM_GLOSSARY] = "مسرد المصطلحات",
      [TERM_DEFINITION] = "التعريف",
      [TERM_DRAFT] = "مسودة",
      [TERM_EMBARGO] = "محظور النشر حتى {}",
      [TERM_EDITION] = "الطبعة {}",
      [TERM_PREVAILS] = "إذا اختلفت النسخ فالنسخة {} هي المعتمدة."}},
    {"fa",
     {[TERM_FIGURE] = "شکل",
      [TERM_TABLE] = "جدول",
      [TERM_CONTENTS] = "فهرست مطالب",
      [TERM_FIGURES] = "فهرست تصاویر",
      [TERM_TABLES] = "فهرست جداول",
      [TERM_CONTINUED] = "ادامه",
      [TERM_UMM_AL_QURA] = "ام\u200Cالقری",
      [TERM_PARAGRAPH] = "بند",
      [TERM_GLOSSARY] = "واژه\u200Cنامه",
      [TERM_DEFINITION] = "تعریف",
      [TERM_DRAFT] = "پیش\u200Cنویس",
      [TERM_EMBARGO] = "انتشار تا {} ممنوع است",
      [TERM_EDITION] = "ویرایش {}",
      [TERM_PREVAILS] = "در صورت اختلاف، متن {} معتبر است."}},
    {"ur",
     {[TERM_FIGURE] = "شکل",
      [TERM_TABLE] = "جدول",
      [TERM_CONTENTS] = "فہرست عنوانات",
      [TERM_FIGURES] = "فہرست اشکال",
      [TERM_TABLES] = "فہرست جداول",
      [TERM_CONTINUED] = "جاری ہے",
      [TERM_UMM_AL_QURA] = "ام القراہ",
      [TERM_PARAGRAPH] = "پیراگراف",
      [TERM_GLOSSARY] = "فرہنگ",
      [TERM_DEFINITION] = "تعریف",
      [TERM_DRAFT] = "مسودہ",
      [TERM_EMBARGO] = "{} تک اشاعت ممنوع",
      [TERM_EDITION] = "اشاعت {}",
      [TERM_PREVAILS] = "اختلاف کی صورت میں {} متن معتبر ہوگا۔"}},
    {"ckb",
     {[TERM_FIGURE] = "وێنەی",
      [TERM_TABLE] = "خشتەی",
      [TERM_CONTENTS] = "نێوەڕۆک",
      [TERM_FIGURES] = "لیستی وێنەکان",
      [TERM_TABLES] = "لیستی خشتەکان",
      [TERM_CONTINUED] = "درێژە",
      [TERM_PARAGRAPH] = "بڕگەی",
      [TERM_GLOSSARY] = "فەرهەنگۆک",
      [TERM_DEFINITION] = "پێناسە",
      [TERM_DRAFT] = "ڕەشنووس",
      [TERM_EMBARGO] = "بڵاوکردنەوەی تا {} قەدەغەیە",
      [TERM_EDITION] = "چاپی {}",
      [TERM_PREVAILS] = "لە کاتی جیاوازیدا دەقی {} پەسەندە."}},
    {"he",
     {[TERM_FIGURE] = "איור",
      [TERM_TABLE] = "טבלה",
      [TERM_CONTENTS] = "תוכן העניינים",
      [TERM_FIGURES] = "רשימת האיורים",
      [TERM_TABLES] = "רשימת הטבלאות",
      [TERM_CONTINUED] = "המשך",
      [TERM_UMM_AL_QURA] = "אום אל-קורא",
      [TERM_PARAGRAPH] = "סעיף",
      [TERM_GLOSSARY] = "מילון מונחים",
      [TERM_DEFINITION] = "הגדרה",
      [TERM_DRAFT] = "טיוטה",
      [TERM_EMBARGO] = "אסור לפרסום עד {}",
      [TERM_EDITION] = "מהדורה {}",
      [TERM_PREVAILS] = "אם יש הבדל בין הנוסחים, הנוסח ב{} מחייב."}},
};

static const struct terms *find_terms(const char *language) {
    size_t length = strcspn(language, "-");
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (strlen(table[i].language) == length &&
            !memcmp(table[i].language, language, length))
            return &table[i];
    return NULL;
}

bool locale_has_terms(const char *language) {
    return find_terms(language) != NULL;
}

const char *locale_term(const char *language, enum term term) {
    const struct terms *terms = find_terms(language);
    return terms && terms->terms[term] ? terms->terms[term] : table->terms[term];
}
