"use strict";
exports.reply = validate10;
const schema11 = {"type":"object","allOf":[{"type":"object","required":["return_code"],"properties":{"return_code":{"type":"string","enum":["SUCCESS","FAIL"],"maxLength":32},"return_msg":{"type":"string","maxLength":128},"result_code":{"type":"string","enum":["SUCCESS","FAIL"],"maxLength":32},"err_code":{"type":"string","maxLength":32},"err_code_des":{"type":"string","maxLength":128},"err_msg":{"type":"string","maxLength":256},"error_code":{"type":"string","maxLength":32},"error_msg":{"type":"string","maxLength":256},"mch_id":{"type":"string","maxLength":32},"appid":{"type":"string","maxLength":32},"nonce_str":{"type":"string","maxLength":32},"sign":{"type":"string","maxLength":64}},"allOf":[{"if":{"properties":{"return_code":{"const":"SUCCESS"},"result_code":{"not":{"const":"FAIL"}}}},"then":{"required":["mch_id","nonce_str"]},"else":{"anyOf":[{"required":["error_code","error_msg"]},{"required":["err_code","err_msg"]},{"required":["err_code","err_code_des"]},{"required":["return_msg"]}]}}]}],"properties":{"sub_mch_id":{"type":"string","maxLength":32},"brand_mch_id":{"type":"string","maxLength":32},"max_ratio":{"type":["integer","string"],"minimum":0,"pattern":"^[0-9]+$"}},"if":{"properties":{"return_code":{"const":"SUCCESS"},"result_code":{"not":{"const":"FAIL"}}}},"then":{"required":["max_ratio"]}};
const func2 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[0-9]+$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs4 = errors;
let valid2 = true;
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.return_code !== undefined){
const _errs6 = errors;
if("SUCCESS" !== data.return_code){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var valid3 = _errs6 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.result_code !== undefined){
const _errs7 = errors;
const _errs8 = errors;
const _errs9 = errors;
if("FAIL" !== data.result_code){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var valid4 = _errs9 === errors;
if(valid4){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
}
var valid3 = _errs7 === errors;
}
else {
var valid3 = true;
}
}
}
var _valid0 = _errs5 === errors;
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs10 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.mch_id === undefined){
const err3 = {instancePath,schemaPath:"#/allOf/0/allOf/0/then/required",keyword:"required",params:{missingProperty: "mch_id"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.nonce_str === undefined){
const err4 = {instancePath,schemaPath:"#/allOf/0/allOf/0/then/required",keyword:"required",params:{missingProperty: "nonce_str"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid0 = _errs10 === errors;
valid2 = _valid0;
ifClause0 = "then";
}
else {
const _errs11 = errors;
const _errs12 = errors;
let valid5 = false;
const _errs13 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.error_code === undefined){
const err5 = {instancePath,schemaPath:"#/allOf/0/allOf/0/else/anyOf/0/required",keyword:"required",params:{missingProperty: "error_code"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.error_msg === undefined){
const err6 = {instancePath,schemaPath:"#/allOf/0/allOf/0/else/anyOf/0/required",keyword:"required",params:{missingProperty: "error_msg"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var _valid1 = _errs13 === errors;
valid5 = valid5 || _valid1;
if(!valid5){
const _errs14 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.err_code === undefined){
const err7 = {instancePath,schemaPath:"#/allOf/0/allOf/0/else/anyOf/1/required",keyword:"required",params:{missingProperty: "err_code"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.err_msg === undefined){
const err8 = {instancePath,schemaPath:"#/allOf/0/allOf/0/else/anyOf/1/required",keyword:"required",params:{missingProperty: "err_msg"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid1 = _errs14 === errors;
valid5 = valid5 || _valid1;
if(!valid5){
const _errs15 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.err_code === undefined){
const err9 = {instancePath,schemaPath:"#/allOf/0/allOf/0/else/anyOf/2/required",keyword:"required",params:{missingProperty: "err_code"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.err_code_des === undefined){
const err10 = {instancePath,schemaPath:"#/allOf/0/allOf/0/else/anyOf/2/required",keyword:"required",params:{missingProperty: "err_code_des"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
var _valid1 = _errs15 === errors;
valid5 = valid5 || _valid1;
if(!valid5){
const _errs16 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.return_msg === undefined){
const err11 = {instancePath,schemaPath:"#/allOf/0/allOf/0/else/anyOf/3/required",keyword:"required",params:{missingProperty: "return_msg"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
var _valid1 = _errs16 === errors;
valid5 = valid5 || _valid1;
}
}
}
if(!valid5){
const err12 = {instancePath,schemaPath:"#/allOf/0/allOf/0/else/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
else {
errors = _errs12;
if(vErrors !== null){
if(_errs12){
vErrors.length = _errs12;
}
else {
vErrors = null;
}
}
}
var _valid0 = _errs11 === errors;
valid2 = _valid0;
ifClause0 = "else";
}
if(!valid2){
const err13 = {instancePath,schemaPath:"#/allOf/0/allOf/0/if",keyword:"if",params:{failingKeyword: ifClause0}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.return_code === undefined){
const err14 = {instancePath,schemaPath:"#/allOf/0/required",keyword:"required",params:{missingProperty: "return_code"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data.return_code !== undefined){
let data2 = data.return_code;
if(!((data2 === "SUCCESS") || (data2 === "FAIL"))){
const err15 = {instancePath:instancePath+"/return_code",schemaPath:"#/allOf/0/properties/return_code/enum",keyword:"enum",params:{allowedValues: schema11.allOf[0].properties.return_code.enum}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(typeof data2 === "string"){
if(data2.length > 32 && func2(data2) > 32){
const err16 = {instancePath:instancePath+"/return_code",schemaPath:"#/allOf/0/properties/return_code/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/return_code",schemaPath:"#/allOf/0/properties/return_code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.return_msg !== undefined){
let data3 = data.return_msg;
if(typeof data3 === "string"){
if(data3.length > 128 && func2(data3) > 128){
const err18 = {instancePath:instancePath+"/return_msg",schemaPath:"#/allOf/0/properties/return_msg/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/return_msg",schemaPath:"#/allOf/0/properties/return_msg/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.result_code !== undefined){
let data4 = data.result_code;
if(!((data4 === "SUCCESS") || (data4 === "FAIL"))){
const err20 = {instancePath:instancePath+"/result_code",schemaPath:"#/allOf/0/properties/result_code/enum",keyword:"enum",params:{allowedValues: schema11.allOf[0].properties.result_code.enum}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(typeof data4 === "string"){
if(data4.length > 32 && func2(data4) > 32){
const err21 = {instancePath:instancePath+"/result_code",schemaPath:"#/allOf/0/properties/result_code/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/result_code",schemaPath:"#/allOf/0/properties/result_code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.err_code !== undefined){
let data5 = data.err_code;
if(typeof data5 === "string"){
if(data5.length > 32 && func2(data5) > 32){
const err23 = {instancePath:instancePath+"/err_code",schemaPath:"#/allOf/0/properties/err_code/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/err_code",schemaPath:"#/allOf/0/properties/err_code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.err_code_des !== undefined){
let data6 = data.err_code_des;
if(typeof data6 === "string"){
if(data6.length > 128 && func2(data6) > 128){
const err25 = {instancePath:instancePath+"/err_code_des",schemaPath:"#/allOf/0/properties/err_code_des/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/err_code_des",schemaPath:"#/allOf/0/properties/err_code_des/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.err_msg !== undefined){
let data7 = data.err_msg;
if(typeof data7 === "string"){
if(data7.length > 256 && func2(data7) > 256){
const err27 = {instancePath:instancePath+"/err_msg",schemaPath:"#/allOf/0/properties/err_msg/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/err_msg",schemaPath:"#/allOf/0/properties/err_msg/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.error_code !== undefined){
let data8 = data.error_code;
if(typeof data8 === "string"){
if(data8.length > 32 && func2(data8) > 32){
const err29 = {instancePath:instancePath+"/error_code",schemaPath:"#/allOf/0/properties/error_code/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/error_code",schemaPath:"#/allOf/0/properties/error_code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.error_msg !== undefined){
let data9 = data.error_msg;
if(typeof data9 === "string"){
if(data9.length > 256 && func2(data9) > 256){
const err31 = {instancePath:instancePath+"/error_msg",schemaPath:"#/allOf/0/properties/error_msg/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/error_msg",schemaPath:"#/allOf/0/properties/error_msg/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.mch_id !== undefined){
let data10 = data.mch_id;
if(typeof data10 === "string"){
if(data10.length > 32 && func2(data10) > 32){
const err33 = {instancePath:instancePath+"/mch_id",schemaPath:"#/allOf/0/properties/mch_id/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/mch_id",schemaPath:"#/allOf/0/properties/mch_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.appid !== undefined){
let data11 = data.appid;
if(typeof data11 === "string"){
if(data11.length > 32 && func2(data11) > 32){
const err35 = {instancePath:instancePath+"/appid",schemaPath:"#/allOf/0/properties/appid/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/appid",schemaPath:"#/allOf/0/properties/appid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.nonce_str !== undefined){
let data12 = data.nonce_str;
if(typeof data12 === "string"){
if(data12.length > 32 && func2(data12) > 32){
const err37 = {instancePath:instancePath+"/nonce_str",schemaPath:"#/allOf/0/properties/nonce_str/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/nonce_str",schemaPath:"#/allOf/0/properties/nonce_str/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.sign !== undefined){
let data13 = data.sign;
if(typeof data13 === "string"){
if(data13.length > 64 && func2(data13) > 64){
const err39 = {instancePath:instancePath+"/sign",schemaPath:"#/allOf/0/properties/sign/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/sign",schemaPath:"#/allOf/0/properties/sign/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath,schemaPath:"#/allOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
const _errs41 = errors;
let valid7 = true;
const _errs42 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.return_code !== undefined){
const _errs43 = errors;
if("SUCCESS" !== data.return_code){
const err42 = {};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
var valid8 = _errs43 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data.result_code !== undefined){
const _errs44 = errors;
const _errs45 = errors;
const _errs46 = errors;
if("FAIL" !== data.result_code){
const err43 = {};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
var valid9 = _errs46 === errors;
if(valid9){
const err44 = {};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
else {
errors = _errs45;
if(vErrors !== null){
if(_errs45){
vErrors.length = _errs45;
}
else {
vErrors = null;
}
}
}
var valid8 = _errs44 === errors;
}
else {
var valid8 = true;
}
}
}
var _valid2 = _errs42 === errors;
errors = _errs41;
if(vErrors !== null){
if(_errs41){
vErrors.length = _errs41;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs47 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.max_ratio === undefined){
const err45 = {instancePath,schemaPath:"#/then/required",keyword:"required",params:{missingProperty: "max_ratio"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
var _valid2 = _errs47 === errors;
valid7 = _valid2;
}
if(!valid7){
const err46 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sub_mch_id !== undefined){
let data16 = data.sub_mch_id;
if(typeof data16 === "string"){
if(data16.length > 32 && func2(data16) > 32){
const err47 = {instancePath:instancePath+"/sub_mch_id",schemaPath:"#/properties/sub_mch_id/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/sub_mch_id",schemaPath:"#/properties/sub_mch_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.brand_mch_id !== undefined){
let data17 = data.brand_mch_id;
if(typeof data17 === "string"){
if(data17.length > 32 && func2(data17) > 32){
const err49 = {instancePath:instancePath+"/brand_mch_id",schemaPath:"#/properties/brand_mch_id/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/brand_mch_id",schemaPath:"#/properties/brand_mch_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.max_ratio !== undefined){
let data18 = data.max_ratio;
if((!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))) && (typeof data18 !== "string")){
const err51 = {instancePath:instancePath+"/max_ratio",schemaPath:"#/properties/max_ratio/type",keyword:"type",params:{type: schema11.properties.max_ratio.type}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 0 || isNaN(data18)){
const err52 = {instancePath:instancePath+"/max_ratio",schemaPath:"#/properties/max_ratio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(typeof data18 === "string"){
if(!pattern0.test(data18)){
const err53 = {instancePath:instancePath+"/max_ratio",schemaPath:"#/properties/max_ratio/pattern",keyword:"pattern",params:{pattern: "^[0-9]+$"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
}
else {
const err54 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
